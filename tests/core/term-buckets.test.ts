import { describe, expect, test } from 'vitest';
import { findBucket, sortIntoBuckets } from '../../src/core/term-buckets.ts';
import type { Term } from '../../src/core/types.ts';

const termsOf = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `term-${at}` }) as Term);

describe('sortIntoBuckets', () => {
  test.each([
    [0, 1],
    [1, 1],
    [128, 1],
    [129, 2],
    [100_000, 782],
  ])('%i terms go into %i buckets, each where it is looked for', (count, buckets) => {
    const sorted = sortIntoBuckets(termsOf(count));
    expect(sorted.length).toBe(buckets);
    expect(sorted.every((terms, at) => terms.every(({ id }) => findBucket(id, buckets) === at))).toBe(true);
    expect(sorted.flat().length).toBe(count);
  });

  test('none is much larger than the others', () => {
    const sizes = sortIntoBuckets(termsOf(100_000)).map((terms) => terms.length);
    expect(Math.max(...sizes)).toBeLessThan(256);
  });
});
