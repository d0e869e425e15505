import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNear } from '../../src/core/find-near.ts';

test.each([
  ['abcdef', 'cd', 0, [{ start: 2, end: 4, errors: 0 }]],
  ['abXdef', 'abcdef', 1, [{ start: 0, end: 6, errors: 1 }]],
  ['--abdef--', 'abcdef', 1, [{ start: 2, end: 7, errors: 1 }]],
  ['abcdef', 'xyz', 1, []],
  ['abc', '', 3, []],
  ['', 'abc', 1, []],
])('%j in which %j stands with at most %d errors', (text, pattern, most, matches) => {
  expect(findNear(text, pattern, most)).toEqual(matches);
});

/** Edit distance, plainly. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j - 1] ?? 0) + cost, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const letters = fc.stringMatching(/^[ab]{0,14}$/);
const pattern = fc.stringMatching(/^[ab]{2,6}$/);

test('what it finds has the errors it says, and it finds the best there is', () => {
  fc.assert(
    fc.property(letters, pattern, fc.integer({ min: 0, max: 2 }), (text, wanted, most) => {
      const allowed = Math.min(most, wanted.length - 1);
      const found = findNear(text, wanted, most);
      for (const { start, end, errors } of found)
        expect(distance(text.slice(start, end), wanted)).toBe(errors);
      let best = allowed + 1;
      for (let start = 0; start < text.length; start += 1) {
        for (let end = start + 1; end <= text.length; end += 1) {
          best = Math.min(best, distance(text.slice(start, end), wanted));
        }
      }
      const least = Math.min(allowed + 1, ...found.map(({ errors }) => errors));
      expect(least).toBe(best);
    }),
    { numRuns: 500 },
  );
});
