import { aloneKey, pairKey } from './matcher-tables.ts';
import type { Match } from './mention.ts';
import type { NameFilter } from './name-filter.ts';
import { createPlainLook, type PlainWords, WORDS_KNOWN } from './plain-look.ts';
import { KEPT_WORDS } from './plain-scan.ts';
import { WordScan } from './word-scan.ts';

/**
 * The first look at a page: the hashes of every alias's first words, and one of these words as text. It runs where
 * most pages have no Mention at all, so it is a tenth of the whole index; what it lets through is read with that.
 */
export type FirstLook = (text: string) => readonly Pick<Match, 'start' | 'end'>[];

/** What a first look is made of. */
export interface FirstLookTables {
  /** Source and words of `PlainWords`. */
  readonly pattern: string;
  readonly words: string;
  /** By `keyOfWords`, sorted, 32 bits each. */
  readonly keys: Uint8Array;
}

/** The key by which the first look knows an alias, by the hashes of its words; aliases that begin alike share it. */
export function keyOfWords(words: readonly number[]): number {
  return keyOf(words.slice(0, WORDS_KNOWN));
}

/**
 * Tells where the first words of an alias stand in a text; `end` is right, `start` one unit before it. The keys are
 * asked for with the first text that needs them, which on most pages is none.
 */
export function createFirstLook(plain: PlainWords, bringKeys: () => Uint8Array): FirstLook {
  let known: ReadonlySet<number> | undefined;
  let look: FirstLook | undefined;
  const keys = () => {
    known ??= gatherKeys([bringKeys()]);
    return known;
  };
  const mayName = createPlainLook(plain, keys);
  return (text) => {
    if (!mayName(text)) return [];
    look ??= createLook(keys());
    return look(text);
  };
}

/** The same by the keys alone: for pages that have a name, where looking for plain words first would gain nothing. */
export function createKeyLook(tables: readonly Uint8Array[]): FirstLook {
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
