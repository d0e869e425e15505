import { expect, test } from 'vitest';
import { keepKnown } from '../../src/content/keep-known.ts';
import type { TermKey } from '../../src/core/ids.ts';
import type { Mention } from '../../src/core/mention.ts';

const mention = (start: number, more: Partial<Mention> = {}): Mention => ({
  ...{ start, end: start + 3, term: 'p/act' as TermKey, label: 'Act', priority: 1 },
  ...{ why: { rule: 'name', evidence: [] }, ...more },
});
const key = (term: string) => term as TermKey;

test.each<[string, Mention, boolean]>([
  ['as before', mention(4), true],
  ['of another term', mention(4, { term: key('p/other') }), false],
  ['that ends elsewhere', mention(4, { end: 9 }), false],
  ['that stands elsewhere', mention(5), false],
  ['that others take for something', mention(4, { also: [key('q/act')] }), false],
])('a mention %s stays the same object: %s', (_, fresh, same) => {
  const before = [mention(0), mention(4)];
  expect(keepKnown(before, [fresh])[0] === before[1]).toBe(same);
});

test('one that stays is told why it is one now', () => {
  const before = [mention(0, { why: { rule: 'cue', evidence: ['gone'] } })];
  const why = { rule: 'cue', evidence: ['here'] };
  const [kept] = keepKnown(before, [mention(0, { why })]);
  expect(kept).toBe(before[0]);
  expect(kept?.why).toEqual(why);
});

test('many mentions of one block are compared with where they stood only', () => {
  let asked = 0;
  const counted = (start: number): Mention =>
    Object.defineProperty(mention(start), 'start', {
      get: () => {
        asked += 1;
        return start;
      },
    });
  const before = Array.from({ length: 1_000 }, (_, at) => counted(at * 4));
  expect(
    keepKnown(
      before,
      before.map(({ start }) => mention(start)),
    ),
  ).toEqual(before);
  expect(asked).toBeLessThan(10_000);
});
