import { aloneKey, decodeTables, filterBits, pairKey } from './matcher-tables.ts';
import { isWordUnit } from './normalize.ts';
import { TokenWalk } from './token-walk.ts';
import type { Match } from './types.ts';
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
  private readonly filter: Uint32Array;
  private readonly shift: number;
  private readonly scan = new WordScan();
  private readonly walk: TokenWalk;

  constructor(bytes: Uint8Array) {
    const tables = decodeTables(bytes);
    this.filter = tables.filter;
    this.shift = 32 - Math.log2(tables.filter.length);
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
      if (this.passes(pairKey(hashes[word - 1] ?? 0, hash))) this.confirm(word - 1, word, found);
      if (this.passes(aloneKey(hash))) this.confirm(word, word, found);
    }
  }

  /** The first word at or after this one that the filter lets through. No call in here but to be inlined. */
  private nextHit(from: number): number {
    const { filter, shift } = this;
    const { hashes, count } = this.scan;
    let before = hashes[from - 1] ?? 0;
    for (let word = from; word < count; word += 1) {
      const hash = hashes[word] ?? 0;
      const pair = pairKey(before, hash);
      const alone = aloneKey(hash);
      const pairBits = filterBits(pair);
      const aloneBits = filterBits(alone);
      if (((filter[pair >>> shift] ?? 0) & pairBits) === pairBits) return word;
      if (((filter[alone >>> shift] ?? 0) & aloneBits) === aloneBits) return word;
      before = hash;
    }
    return count;
  }

  private passes(key: number): boolean {
    const bits = filterBits(key);
    return ((this.filter[key >>> this.shift] ?? 0) & bits) === bits;
  }

  /** Walks from the tokens after the word before `first`, up to the word `first`. */
  private confirm(first: number, last: number, found: Match[]): void {
    const { nexts } = this.scan;
    const { walk } = this;
    const from = Math.max(nexts[first - 1] ?? 0, walk.resume);
    const to = nexts[first] ?? 0;
    if (to <= walk.resume || (nexts[last] ?? 0) <= walk.resume) return;
    const match = walk.findIn(from, to);
    if (match) found.push(match);
  }
}
