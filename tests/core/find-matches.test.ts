import { expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { findMatches } from '../../src/core/find-matches.ts';
import { finish } from '../../src/core/in-turns.ts';
import { loadMatcher } from '../../src/core/matcher.ts';
import type { MentionIndex, Sense } from '../../src/core/mention-index.ts';

const bytes = buildMatcher(['Jenner Act', 'Act', 'Jennner', 'Edvard', 'Edward Jenner']);
const senses: Sense[][] = [
  [{ term: 1 }],
  [{}],
  [{ rule: { spells: 'Jenner' } }],
  [{ rule: { spells: 'Edward' } }],
  [{ term: 2 }],
];
const index: MentionIndex = {
  termAt: () => undefined,
  sensesOf: (alias) => senses[alias] ?? [],
  isPageCue: () => false,
  matcher: bytes,
};
const found = (text: string) => finish(findMatches(index, loadMatcher(bytes), text));

test.each([
  ['the Jenner Act', ['Jenner Act']],
  ['the Jennner Act', ['Jennner Act']],
  ['x Jennner Act, Jennner Act', ['Jennner Act', 'Jennner Act']],
  ['Edvard Jennner and the Jennner Act.', ['Edvard Jennner', 'Jennner Act']],
  ['Jennner', []],
])('%s', (text, expected) => {
  expect(found(text).matches.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test('what stands inside a match is kept apart', () => {
  const text = 'a Jennner Act';
  expect(found(text).inner.map(({ start, end }) => text.slice(start, end))).toEqual(['Act']);
});
