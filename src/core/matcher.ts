import { aloneKey, decodeTables, filterBits, nextKey, pairKey } from './matcher-tables.ts';
import type { Match } from './mention.ts';
import { isWordUnit } from './normalize.ts';
import { TokenWalk } from './token-walk.ts';
import { WordScan } from './word-scan.ts';

/** Finds the aliases of one list in any text, by the rules told in `normalize.ts`. */
export interface Matcher {
  /** All matches, leftmost first, of those at one place the longest, none overlapping. */
  findAll(text: string): Match[];
  /** All matches that start at this very offset, longest first; empty where none does. */
  findAt(text: string, start: number): Match[];
}

/** A matcher over tables made by `buildMatcher`: views on the bytes, nothing is parsed. */
export function loadMatcher(bytes: Uint8Array): Matcher {
  return new TableMatcher(bytes);
}

class TableMatcher implements Matcher {
  private readonly pairs: Uint32Array;
  private readonly alones: Uint32Array;
  private readonly pairShift: number;
  private readonly aloneShift: number;
  private readonly scan = new WordScan();
  private readonly walk: TokenWalk;

  constructor(bytes: Uint8Array) {
    const tables = decodeTables(bytes);
    this.pairs = tables.pairs;
    this.alones = tables.alones;
    this.pairShift = 32 - Math.log2(tables.pairs.length);
    this.aloneShift = 32 - Math.log2(tables.alones.length);
    this.walk = new TokenWalk(tables);
  }

  findAll(text: string): Match[] {
    const { scan, walk } = this;
    const found: Match[] = [];
    scan.begin(text);
    walk.begin(text);
    for (let from = 0; from < text.length; ) {
      from = scan.step(from);
      this.findInStep(found);
    }
    walk.begin('');
    scan.begin('');
    return found;
  }

  findAt(text: string, start: number): Match[] {
    if (isWordUnit(text.charCodeAt(start - 1)) && isWordUnit(text.charCodeAt(start))) return [];
    this.walk.begin(text);
    const found = this.walk.findAt(start);
    this.walk.begin('');
    return found;
  }

  /** Confirms each word of the step that the filter lets through, alone or after the word before it. */
  private findInStep(found: Match[]): void {
    const { hashes, count } = this.scan;
    for (let word = this.nextHit(2); word < count; word = this.nextHit(word + 1)) {
      const hash = hashes[word] ?? 0;
      const pair = pairKey(hashes[word - 1] ?? 0, hash);
      const alone = aloneKey(hash);
      if (holds(this.pairs[pair >>> this.pairShift], pair)) this.confirm(word - 1, word, found);
      if (holds(this.alones[alone >>> this.aloneShift], alone)) this.confirm(word, word, found);
    }
  }

  /** The first word at or after this one that the filter lets through. No call in here but to be inlined. */
  private nextHit(from: number): number {
    const { pairs, alones, pairShift, aloneShift } = this;
    const { hashes, count } = this.scan;
    let before = aloneKey(hashes[from - 1] ?? 0);
    for (let word = from; word < count; word += 1) {
      const hash = hashes[word] as number;
      const pair = nextKey(before, hash);
      const alone = aloneKey(hash);
      const pairWord = pairs[pair >>> pairShift] as number;
      const aloneWord = alones[alone >>> aloneShift] as number;
      // One of the two bits will do here; one branch for both, since neither is foreseeable where the other is not.
      if ((((pairWord >>> (pair >>> 9)) | (aloneWord >>> (alone >>> 9))) & 1) !== 0) return word;
      before = alone;
    }
    return count;
  }

  /** Walks from the tokens after the word before `first`, up to the word `first`. */
  private confirm(first: number, last: number, found: Match[]): void {
    const { nexts } = this.scan;
    const { walk } = this;
    const to = nexts[first] ?? 0;
    if (to <= walk.tried) return;
    const from = Math.max(nexts[first - 1] ?? 0, walk.resume);
    if (to <= walk.resume || (nexts[last] ?? 0) <= walk.resume) return;
    const match = walk.findIn(from, to);
    if (match) found.push(match);
  }
}

function holds(word: number | undefined, key: number): boolean {
  const bits = filterBits(key);
  return ((word ?? 0) & bits) === bits;
}
