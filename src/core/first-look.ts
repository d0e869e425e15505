import { aloneKey, pairKey } from './matcher-tables.ts';
import type { Match } from './mention.ts';
import type { NameFilter } from './name-filter.ts';
import { KEPT_WORDS } from './plain-scan.ts';
import { readToken } from './read-token.ts';
import { TokenCursor } from './token-cursor.ts';
import { WordScan } from './word-scan.ts';

/** Words of an alias that the first look knows; more would tell little more. */
const WORDS_KNOWN = 3;

/**
 * The first look at a page: the hashes of every alias's first words, and nothing else. It runs where most pages
 * have no Mention at all, so it is a twentieth of the whole index; what it lets through is read with that.
 */
export type FirstLook = (text: string) => readonly Pick<Match, 'start' | 'end'>[];

/** The key by which the first look knows an alias, by the hashes of its words; aliases that begin alike share it. */
export function keyOfWords(words: readonly number[]): number {
  return keyOf(words.slice(0, WORDS_KNOWN));
}

/** The bytes of a first look for these aliases, the same for the same list. */
export function buildFirstLook(aliases: readonly string[]): Uint8Array {
  const keys = new Set(aliases.map((alias) => keyOfWords(wordsOf(alias))));
  const sorted = Int32Array.from(keys).sort();
  return new Uint8Array(sorted.buffer);
}

/**
 * Tells where the first words of an alias in any of these tables stand in a text; `end` is right, `start` one unit
 * before it.
 */
export function createFirstLook(...tables: readonly Uint8Array[]): FirstLook {
  return createLook(gatherKeys(tables));
}

/** The same over the names of added Packs; each place says by which key it was found. */
export function createNameLook(filter: NameFilter): (text: string) => readonly NameHit[] {
  return createLook(filter);
}

/** A place where a name may stand, by the key of its first words. */
export interface NameHit extends Pick<Match, 'start' | 'end'> {
  readonly key: number;
}

function createLook(keys: NameFilter): (text: string) => readonly NameHit[] {
  const scan = new WordScan();
  return (text) => {
    const found: NameHit[] = [];
    scan.begin(text);
    for (let from = 0; from < text.length; ) {
      from = scan.step(from);
      findInStep(scan, keys, found);
    }
    scan.begin('');
    return found;
  };
}

function findInStep({ hashes, nexts, count }: WordScan, keys: NameFilter, found: NameHit[]): void {
  for (let word = KEPT_WORDS; word < count; word += 1) {
    const hash = hashes[word] ?? 0;
    const before = hashes[word - 1] ?? 0;
    const end = nexts[word] ?? 0;
    const alone = aloneKey(hash);
    const pair = pairKey(before, hash);
    const three = pairKey(pairKey(hashes[word - 2] ?? 0, before), hash);
    if (keys.has(alone)) found.push({ start: Math.max(0, end - 1), end, key: alone });
    if (keys.has(pair)) found.push({ start: Math.max(0, end - 1), end, key: pair });
    if (keys.has(three)) found.push({ start: Math.max(0, end - 1), end, key: three });
  }
}

function wordsOf(alias: string): readonly number[] {
  const cursor = new TokenCursor(1);
  const words: number[] = [];
  for (readToken(alias, 0, cursor); cursor.start >= 0; readToken(alias, cursor.next, cursor)) {
    if (cursor.isWord) words.push(cursor.hash);
  }
  return words;
}

function keyOf([first = 0, second, third]: readonly number[]): number {
  if (second === undefined) return aloneKey(first);
  const pair = pairKey(first, second);
  return third === undefined ? pair : pairKey(pair, third);
}

/** The engine's own Set: on a cold page it is made in a quarter of the time that a table of ours takes, and asked in half. */
function gatherKeys(tables: readonly Uint8Array[]): ReadonlySet<number> {
  const lists = tables.map((bytes) => new Int32Array(bytes.slice().buffer));
  const keys = new Set(lists[0]);
  for (const list of lists.slice(1)) for (const key of list) keys.add(key);
  // What stands before the first word of a text has the hash 0.
  keys.delete(0);
  return keys;
}
