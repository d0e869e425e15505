import { HashWalk } from './hash-walk.ts';
import { finish, type InTurns } from './in-turns.ts';
import { keepWeakly } from './keep-weakly.ts';
import {
  aloneKey,
  decodeTables,
  filterBits,
  type MatcherTables,
  nextKey,
  pairKey,
} from './matcher-tables.ts';
import type { Match } from './mention.ts';
import { isWordUnit } from './normalize.ts';
import { findPlainRow } from './plain-row.ts';
import { KEPT_WORDS } from './plain-scan.ts';
import { TokenWalk } from './token-walk.ts';
import { WordScan } from './word-scan.ts';

/** Finds the aliases of one list in any text, by the rules told in `normalize.ts`. */
export interface Matcher extends TextMatcher {
  /** As `findAll`, in turns; no other text may be begun before it has ended. */
  findAllInTurns(text: string): InTurns<Match[]>;
}

/** What every engine does that finds them. */
export interface TextMatcher {
  /** All matches, leftmost first, of those at one place the longest, none overlapping. */
  findAll(text: string): Match[];
  /** All matches that start at this very offset, longest first; empty where none does. */
  findAt(text: string, start: number): Match[];
}

/** A matcher over tables made by `buildMatcher`: views on the bytes, nothing is parsed. */
export function loadMatcher(bytes: Uint8Array): Matcher {
  return new TableMatcher(bytes);
}

/** Words that a filter lets through are followed by their hashes; where an alias may start, the text is read. */
class TableMatcher implements Matcher {
  readonly #tables: MatcherTables;
  readonly #scan = new WordScan();
  /** Between texts one that has learned nothing. */
  #hashWalk: HashWalk;
  readonly #idleWalk: HashWalk;
  /** What a walk learns goes on from text to text, but is more than a page at rest should hold. */
  readonly #findHashWalk: () => HashWalk;
  readonly #walk: TokenWalk;
  #text = '';

  constructor(bytes: Uint8Array) {
    const tables = decodeTables(bytes);
    this.#tables = tables;
    this.#idleWalk = new HashWalk(tables);
    this.#hashWalk = this.#idleWalk;
    this.#findHashWalk = keepWeakly(() => new HashWalk(tables));
    this.#walk = new TokenWalk(tables);
  }

  findAll(text: string): Match[] {
    return finish(this.findAllInTurns(text));
  }

  *findAllInTurns(text: string): InTurns<Match[]> {
    const scan = this.#scan;
    const found: Match[] = [];
    this.#begin(text);
    for (let from = 0; from < text.length; ) {
      from = scan.step(from);
      this.#findInStep(found);
      if (from < text.length) yield;
    }
    this.#hashWalk.end();
    this.#confirm(scan.count - 1, found);
    this.#begin('');
    return found;
  }

  findAt(text: string, start: number): Match[] {
    if (isWordUnit(text.charCodeAt(start - 1)) && isWordUnit(text.charCodeAt(start))) return [];
    this.#walk.begin(text);
    const found = this.#walk.findAt(start);
    this.#walk.begin('');
    return found;
  }

  #begin(text: string): void {
    this.#text = text;
    this.#scan.begin(text);
    this.#walk.begin(text);
    this.#hashWalk = text === '' ? this.#idleWalk : this.#findHashWalk();
    this.#hashWalk.cut(0);
  }

  #findInStep(found: Match[]): void {
    const scan = this.#scan;
    const hashWalk = this.#hashWalk;
    const { hashes, count } = scan;
    for (let word = KEPT_WORDS; word < count; ) {
      if (hashWalk.depth < 2 && hashWalk.starts === 0) {
        hashWalk.cut(0);
        word = this.#nextStart(word);
        if (word === count) return;
      }
      word = hashWalk.readOn(hashes, word, count);
      this.#confirm(word - 1, found);
    }
  }

  /** The first word with which an alias may start that has another word at or after this one, or none but this. */
  #nextStart(from: number): number {
    const { pairs, alones } = this.#tables;
    const { hashes, count } = this.#scan;
    for (let word = this.#nextHit(from); word < count; word = this.#nextHit(word + 1)) {
      const hash = hashes[word] as number;
      if (holds(pairs, pairKey(hashes[word - 1] as number, hash))) return word - 1;
      if (holds(alones, aloneKey(hash))) return word;
    }
    return count;
  }

  /** The first word at or after this one that the filter lets through. No call in here but to be inlined. */
  #nextHit(from: number): number {
    const { pairs, alones } = this.#tables;
    const pairShift = shiftOf(pairs);
    const aloneShift = shiftOf(alones);
    const { hashes, count } = this.#scan;
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

  /** Asks the text at each place from which no way along the trie goes on beyond this word. */
  #confirm(word: number, found: Match[]): void {
    const hashWalk = this.#hashWalk;
    while (hashWalk.starts >>> hashWalk.depth !== 0) {
      const back = 31 - Math.clz32(hashWalk.starts);
      hashWalk.starts ^= 1 << back;
      const match = this.#findFrom(word - back, back);
      if (!match) continue;
      found.push(match);
      hashWalk.cut(this.#wordsAfter(this.#walk.resume, word));
    }
  }

  /** How many of the words up to this one come after the offset. */
  #wordsAfter(offset: number, word: number): number {
    const { nexts } = this.#scan;
    let words = 0;
    while ((nexts[word - words] as number) > offset) words += 1;
    return words;
  }

  /** The longest match that starts after the word before `first`, at the latest with it. */
  #findFrom(first: number, back: number): Match | undefined {
    const hashWalk = this.#hashWalk;
    const walk = this.#walk;
    const tables = this.#tables;
    const { nexts } = this.#scan;
    const to = nexts[first] as number;
    if (to <= walk.tried || to <= walk.resume) return undefined;
    const node = hashWalk.findAlias(back);
    const { size, path: tokens } = hashWalk;
    const start = node < 0 ? node : findPlainRow(this.#text, { size, tokens, ends: nexts, first }, tables);
    if (start < 0) return walk.findIn(Math.max(nexts[first - 1] as number, walk.resume), to);
    const end = nexts[first + size - 1] as number;
    walk.resume = end;
    return { start, end, alias: (tables.aliases[node] as number) - 1 };
  }
}

function holds(filter: Uint32Array, key: number): boolean {
  const bits = filterBits(key);
  return ((filter[key >>> shiftOf(filter)] as number) & bits) === bits;
}

/** How far the bits of a key that choose a word of the filter stand above the lowest. */
function shiftOf(filter: Uint32Array): number {
  return Math.clz32(filter.length) + 1;
}
