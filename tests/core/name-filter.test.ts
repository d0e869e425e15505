import { describe, expect, test } from 'vitest';
import { buildNameFilter, buildNameFilters, createNameFilter } from '../../src/core/name-filter.ts';

const keysFrom = (seed: number, count: number): Int32Array =>
  Int32Array.from({ length: count }, (_, at) => Math.imul(seed + at, 0x9e3779b1) ^ (at << 3));

describe('createNameFilter', () => {
  test.each([
    [10, 32],
    [5_000, 32],
    [100_000, 16],
  ])('of %i keys it knows each, at %i bits a key', (count, bits) => {
    const keys = keysFrom(7, count);
    const bytes = buildNameFilter(keys);
    const filter = createNameFilter(bytes);
    expect(bytes.length).toBe((count * bits) / 8);
    expect(keys.every((key) => filter.has(key))).toBe(true);
  });

  test('lets few others through', () => {
    const filter = createNameFilter(buildNameFilter(keysFrom(7, 100_000)));
    const known = new Set(keysFrom(7, 100_000));
    const others = [...keysFrom(1_000_003, 100_000)].filter((key) => !known.has(key));
    expect(others.filter((key) => filter.has(key)).length / others.length).toBeLessThan(0.003);
  });

  test('of no keys it is empty and knows none', () => {
    const bytes = buildNameFilter(new Int32Array());
    expect([bytes.length, createNameFilter(bytes).has(0)]).toEqual([0, false]);
  });
});

test('buildNameFilters keeps names that tell of a term apart from those that only stand beside one', () => {
  const keys = keysFrom(9, 1_000).sort();
  const telling = Uint8Array.from(keys, (_, at) => at % 2);
  const filters = buildNameFilters([
    { keys: keys.subarray(0, 500), telling: telling.subarray(0, 500) },
    { keys: keys.subarray(500), telling: telling.subarray(500) },
  ]);
  const [tells, others] = [createNameFilter(filters.telling), createNameFilter(filters.other)];
  const wrong = [...keys].filter((key, at) => !(at % 2 === 1 ? tells : others).has(key));
  expect(wrong).toEqual([]);
  expect([...keys].filter((key) => tells.has(key)).length).toBeLessThan(510);
});
