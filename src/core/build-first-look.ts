import { buildPlainWords } from './build-plain-words.ts';
import { type FirstLookTables, keyOfWords } from './first-look.ts';
import type { NamedAlias, PackNames } from './pack-names.ts';
import { WORDS_KNOWN } from './plain-look.ts';
import { readToken } from './read-token.ts';
import { TokenCursor } from './token-cursor.ts';

/** What pages are looked through with. */
export interface Looks {
  /** Every page: for the names that may mean a Term. */
  readonly first: FirstLookTables;
  /** Pages that have one: keys of the names that only stand beside. */
  readonly second: Uint8Array;
}

/** The looks for a pack's names, the same for the same names. For packs of the build: it takes long for large ones. */
export function buildLooks(names: PackNames): Looks {
  const beside = names.aliases.filter((alias) => !isTelling(alias, names.rules));
  return {
    first: buildFirstLook(tellingIn(names)),
    second: keysOf(beside.map(([text]) => firstWordsOf(text))),
  };
}

/** The aliases that may mean a Term. */
export function tellingIn({ aliases, rules }: PackNames): readonly string[] {
  return aliases.filter((alias) => isTelling(alias, rules)).map(([text]) => text);
}

/** The tables of a first look for these aliases, the same for the same list. */
export function buildFirstLook(aliases: readonly string[]): FirstLookTables {
  const names = aliases.map(firstWordsOf);
  const plain = buildPlainWords(names.map((words) => words.map(({ text }) => text)));
  return { ...plain, keys: keysOf(names) };
}

function isTelling([, readings]: NamedAlias, rules: PackNames['rules']): boolean {
  return readings.some(([term, rule]) => term >= 0 || rules[rule - 1]?.spells !== undefined);
}

function keysOf(names: readonly (readonly NameWord[])[]): Uint8Array {
  const keys = new Set(names.map((words) => keyOfWords(words.map(({ hash }) => hash))));
  return new Uint8Array(Int32Array.from(keys).sort().buffer);
}

interface NameWord {
  readonly hash: number;
  /** Folded. */
  readonly text: string;
}

function firstWordsOf(alias: string): readonly NameWord[] {
  const cursor = new TokenCursor(Number.POSITIVE_INFINITY);
  const words: NameWord[] = [];
  for (readToken(alias, 0, cursor); cursor.start >= 0; readToken(alias, cursor.next, cursor)) {
    if (cursor.isWord) words.push({ hash: cursor.hash, text: cursor.text() });
  }
  return words.slice(0, WORDS_KNOWN);
}
