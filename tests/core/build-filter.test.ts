import { expect, test } from 'vitest';
import {
  buildFilter,
  filterWords,
  fitFilter,
  frequentAlones,
  frequentPairs,
  sizeFor,
} from '../../src/core/build-filter.ts';
import { buildSlots } from '../../src/core/build-slots.ts';
import { aloneKey, filterBits } from '../../src/core/matcher-tables.ts';

const keys = Array.from({ length: 300 }, (_, at) => aloneKey(at * 7919 + 1));

test('a filter holds its keys and few others', () => {
  const filter = buildFilter(keys, filterWords(keys.length));
  const shift = 32 - Math.log2(filter.length);
  const holds = (key: number) => ((filter[key >>> shift] ?? 0) & filterBits(key)) === filterBits(key);
  expect(keys.every(holds)).toBe(true);
  const others = Array.from({ length: 10_000 }, (_, at) => aloneKey(at * 104_729 + 5)).filter(
    (key) => !keys.includes(key),
  );
  expect(others.filter(holds).length).toBeLessThan(100);
});

test('a frequent word that a filter would let through by chance makes it larger', () => {
  const [the = 0] = frequentAlones();
  // The same two bits, and the same word until there are twice as many.
  const unlucky = [(the ^ (1 << 23)) >>> 0];
  const size = filterWords(unlucky.length);
  const holds = (filter: Uint32Array) =>
    ((filter[the >>> (32 - Math.log2(filter.length))] ?? 0) & filterBits(the)) === filterBits(the);
  expect(holds(buildFilter(unlucky, size))).toBe(true);
  expect(holds(fitFilter(unlucky, [the]))).toBe(false);
  expect(fitFilter([the], [the]).length).toBe(size);
  expect(new Set([...frequentAlones(), ...frequentPairs()]).size).toBeGreaterThan(90);
});

test.each([
  [0, 256],
  [300, 1024],
  [20_000, 32_768],
])('%i keys have %i words', (count, words) => expect(filterWords(count)).toBe(words));

test('sizes are powers of two', () => expect([0, 2, 3, 4.5].map(sizeFor)).toEqual([2, 2, 4, 8]));

test('equal hashes find a slot each, all but the last say so, and some stay free', () => {
  const slots = buildSlots([5, 5, 5, 6]);
  expect(slots.length).toBe(8);
  const taken = [...slots].filter(Boolean);
  expect(taken.map((slot) => slot & 7).sort()).toEqual([1, 2, 3, 4]);
  const doubled = taken.filter((slot) => (slot & 8) !== 0);
  expect(doubled.map((slot) => slot & 7).sort()).toEqual([1, 2]);
});
