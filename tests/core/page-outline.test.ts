import { expect, test } from 'vitest';
import type { MentionSummary } from '../../src/core/messages.ts';
import { firstMentions, outlinePage } from '../../src/core/page-outline.ts';

let lastId = 0;

/** `"A*"` is a marked mention of A, `"A"` one that is not. */
function mentions(...written: readonly (readonly [section: string, ...terms: string[]])[]): MentionSummary[] {
  return written.flatMap(([section, ...terms]) =>
    terms.map((term) => {
      lastId += 1;
      const label = term.replace('*', '');
      return { id: lastId, term: label, label, section, marked: term.endsWith('*') } as MentionSummary;
    }),
  );
}

test.each([
  [mentions(['', 'A*', 'B*', 'A']), ['A', 'B']],
  [mentions(['', 'A', 'B*'], ['One', 'A*']), ['B', 'A']],
  [mentions(['', 'A', 'A']), ['A']],
  [[], []],
])('each term once, where it is marked: %#', (all, expected) => {
  expect(firstMentions(all).map(({ label }) => label)).toEqual(expected);
});

test('terms stand under the heading of their first place; equal headings apart stay apart', () => {
  const all = mentions(['', 'A*'], ['One', 'B*', 'A*'], ['Two', 'C*'], ['One', 'D*']);
  expect(
    outlinePage(all).map(({ title, mentions: own }) => [title, ...own.map(({ label }) => label)]),
  ).toEqual([
    ['', 'A'],
    ['One', 'B'],
    ['Two', 'C'],
    ['One', 'D'],
  ]);
});
