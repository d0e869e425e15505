import { aloneKey, filterBits, pairKey } from './matcher-tables.ts';
import { gearOf, hashUnit } from './token-cursor.ts';

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

/** A filter that is being filled. */
export interface GrowingFilter {
  readonly words: Uint32Array;
  add(key: number): void;
}

/** An empty filter of so many words, a power of two. */
export function createFilter(size: number): GrowingFilter {
  const words = new Uint32Array(size);
  const shift = Math.clz32(size) + 1;
  return {
    words,
    add(key) {
      words[key >>> shift] = (words[key >>> shift] as number) | filterBits(key);
    },
  };
}

/** A filter of so many words, a power of two, that holds these keys. */
export function buildFilter(keys: readonly number[], words: number): Uint32Array {
  const filter = createFilter(words);
  for (const key of keys) filter.add(key);
  return filter.words;
}

// What stands on every page in great number: letting one of them through by chance would cost more than all others.
const FREQUENT_WORDS =
  'the of and to in a is that for it on was as with be by he at his this from are have not but had an they which you were her she all we been there their or one if has will more who no out so said when what would up about into than them can only its some could new these two may first also after other over our i my';
const FREQUENT_PAIRS =
  'of the,in the,to the,on the,for the,and the,at the,with the,by the,from the,that the,is the,of a,in a,to be,as a,for a,with a,it is,it was,he was,has been,have been,will be';

/** The filter of these keys, and twice as large as often as a frequent word or pair that is none of them passes. */
export function fitFilter(keys: readonly number[], frequent: readonly number[]): Uint32Array {
  const strangers = frequent.filter((key) => !keys.includes(key));
  const most = keys.length > ROOMY_ALIASES ? 1 : MOST_SIZES;
  let filter = buildFilter(keys, filterWords(keys.length));
  for (let size = 1; size < most && strangers.some((key) => passes(filter, key)); size += 1) {
    filter = buildFilter(keys, filter.length * 2);
  }
  return filter;
}

// Each size halves the chance at least.
const MOST_SIZES = 4;

function passes(filter: Uint32Array, key: number): boolean {
  const bits = filterBits(key);
  return ((filter[key >>> (32 - Math.log2(filter.length))] ?? 0) & bits) === bits;
}

/** The keys of the most frequent words, alone. */
export function frequentAlones(): number[] {
  return FREQUENT_WORDS.split(' ').map((word) => aloneKey(hashOf(word)));
}

/** The keys of the most frequent pairs of words. */
export function frequentPairs(): number[] {
  return FREQUENT_PAIRS.split(',').map((pair) => {
    const [before = '', word = ''] = pair.split(' ');
    return pairKey(hashOf(before), hashOf(word));
  });
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = hashUnit(hash, gearOf(word.charCodeAt(at)));
  return hash;
}
