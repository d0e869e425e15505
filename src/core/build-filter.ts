import { filterBits } from './matcher-tables.ts';

/** The power of two of at least so many entries; 2 at least, so that a shift by 32 never happens. */
export function sizeFor(entries: number): number {
  let size = 2;
  while (size < entries) size *= 2;
  return size;
}

// 1 KB: below that a smaller filter saves nothing that counts.
const MIN_FILTER_WORDS = 256;
// Two words an alias let through one in 1,000 pairs that are not in it; beyond 16,000 aliases, one word and four.
const ROOMY_ALIASES = 16_384;

/** The words of a filter for so many keys, that it may let through but few others. */
export function filterWords(keys: number): number {
  return sizeFor(Math.max(MIN_FILTER_WORDS, keys * (keys > ROOMY_ALIASES ? 1 : 2)));
}

/** A filter of so many words, a power of two, that holds these keys. */
export function buildFilter(keys: readonly number[], words: number): Uint32Array {
  const filter = new Uint32Array(words);
  const shift = 32 - Math.log2(words);
  for (const key of keys) filter[key >>> shift] = (filter[key >>> shift] ?? 0) | filterBits(key);
  return filter;
}
