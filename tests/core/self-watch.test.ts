import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  EFFORTS,
  type Effort,
  reckonSlice,
  type SelfWatch,
  startSelfWatch,
} from '../../src/core/self-watch.ts';

// src/core/self-watch.ts: what Sidelight does when it costs a page too much.

/** Slices of so many ms, so many of them, with so many ms from the end of one to the end of the next. */
type Work = readonly [sliceMs: number, count: number, everyMs: number];

function workThrough(works: readonly Work[]): Effort {
  let watch = startSelfWatch(0);
  for (const [sliceMs, count, everyMs] of works) {
    for (let i = 0; i < count; i++) watch = reckonSlice(watch, sliceMs, watch.atMs + everyMs);
  }
  return watch.effort;
}

test.each<readonly [string, readonly Work[], Effort]>([
  ['nothing', [], 'all'],
  ['an article', [[6, 10, 10]], 'all'],
  ['a very long page', [[6, 400, 10]], 'all'],
  ['a page of twenty megabytes', [[6, 700, 10]], 'viewport'],
  ['a storm at 3 % for ten hours', [[6, 180_000, 200]], 'all'],
  ['a storm at 5 % for ten hours', [[10, 180_000, 200]], 'all'],
  ['a storm at 10 % for a minute', [[10, 600, 100]], 'viewport'],
  ['the same for two minutes', [[10, 1_400, 100]], 'list'],
  ['the same for half an hour', [[10, 18_000, 100]], 'off'],
  ['a busy machine that stretches every slice of an article', [[200, 12, 400]], 'all'],
  ['long slices without end', [[150, 40, 1_000]], 'viewport'],
  [
    'two heavy hours with a rest between',
    [
      [6, 400, 10],
      [0, 1, 60_000],
      [6, 400, 10],
    ],
    'all',
  ],
])('%s', (_, works, effort) => {
  expect(workThrough(works)).toBe(effort);
});

test('it goes down step by step, and never up', () => {
  const slice = fc.tuple(
    fc.double({ min: -1, max: 500, noNaN: true }),
    fc.double({ min: -9, max: 2_000, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(slice, { maxLength: 200 }), (slices) => {
      let watch: SelfWatch = startSelfWatch(0);
      for (const [sliceMs, passedMs] of slices) {
        const next = reckonSlice(watch, sliceMs, watch.atMs + passedMs);
        const step = EFFORTS.indexOf(next.effort) - EFFORTS.indexOf(watch.effort);
        expect([0, 1]).toContain(step);
        expect(next.debtMs).toBeGreaterThanOrEqual(0);
        watch = next;
      }
    }),
  );
});
