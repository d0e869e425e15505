import type { DraftRule } from './encode-index.ts';
import { keyOfWords } from './first-look.ts';
import type { TermKey } from './ids.ts';
import { MAX_ALIAS_TOKENS, MAX_TOKEN_UNITS } from './matcher-tables.ts';
import type { IndexedTerm } from './mention-index.ts';
import { foldText } from './normalize.ts';
import type { PackNames } from './pack-names.ts';
import { readToken } from './read-token.ts';
import { TokenCursor } from './token-cursor.ts';
import type { Pack, Priority } from './types.ts';

/**
 * The names of an added Pack as they are kept: every text in one string, every number in one array, so that a hundred
 * thousand of them are read in a moment. Ends are those of the items in their string or array, one after the other.
 */
export interface NameKeys {
  /** By place: the key of an alias's first words; ascending. */
  readonly keys: Int32Array;
  /** By place: 1 where the alias may mean a Term, 0 where it only stands beside one. */
  readonly telling: Uint8Array;
  /** By place: the alias. */
  readonly aliases: Uint32Array;
  readonly texts: string;
  readonly textEnds: Uint32Array;
  /** Pairs of term + 1 (0: none) and rule (0: none). */
  readonly senses: Uint32Array;
  readonly senseEnds: Uint32Array;
  readonly rules: readonly DraftRule[];
  /** By the usual spelling of a word that other spellings stand for: the aliases in which it stands. */
  readonly spelled: ReadonlyMap<string, readonly number[]>;
  /** Whether some rule asks for a word anywhere on the page. */
  readonly hasPageCues: boolean;
  /** Words that tell the Pack's subject. */
  readonly subject?: string;
  /** Id, label and priority of each Term, divided by line ends. */
  readonly terms: string;
  readonly termEnds: Uint32Array;
}

/** Sorts the names of a Pack, once, when it is added. Throws a RangeError for a name that no page could look for. */
export function readNameKeys(pack: Pick<Pack, 'id' | 'terms'>, names: PackNames): NameKeys {
  const { aliases: all, rules, pageCues, subject } = names;
  const spelled = new Map(
    rules.flatMap(({ spells }) => (spells ? [[foldText(spells).text, [] as number[]]] : [])),
  );
  const terms = pack.terms.map(({ id, label, priority }) => `${pack.id}/${id}\n${label}\n${priority}`);
  const texts = all.map(([text]) => text);
  return {
    ...sortKeys(names, spelled),
    texts: texts.join(''),
    textEnds: endsOf(texts),
    ...gatherSenses(all),
    rules,
    spelled,
    hasPageCues: pageCues > 0,
    ...(subject && { subject }),
    terms: terms.join(''),
    termEnds: endsOf(terms),
  };
}

/** Plain loops over numbers, here and below: a callback for each of 200,000 names takes as long as all the rest. */
function sortKeys({ aliases: all, rules }: PackNames, spelled: ReadonlyMap<string, number[]>) {
  const size = all.length;
  const pairs = new Float64Array(size);
  for (let alias = 0; alias < size; alias += 1)
    pairs[alias] = readKey(all[alias]?.[0] ?? '', alias, spelled) * ALIASES + alias;
  pairs.sort();
  const keys = new Int32Array(size);
  const telling = new Uint8Array(size);
  const aliases = new Uint32Array(size);
  for (let at = 0; at < size; at += 1) {
    const pair = pairs[at] ?? 0;
    const key = Math.floor(pair / ALIASES);
    const alias = pair - key * ALIASES;
    keys[at] = key;
    aliases[at] = alias;
    telling[at] = Number(isTelling(all[alias]?.[1] ?? [], rules));
  }
  return { keys, telling, aliases };
}

type Readings = PackNames['aliases'][number][1];

function isTelling(readings: Readings, rules: readonly DraftRule[]): boolean {
  for (const [term, rule] of readings)
    if (term >= 0 || (rule > 0 && rules[rule - 1]?.spells !== undefined)) return true;
  return false;
}

function gatherSenses(all: PackNames['aliases']) {
  const senseEnds = new Uint32Array(all.length);
  let size = 0;
  for (let alias = 0; alias < all.length; alias += 1) {
    size += (all[alias]?.[1].length ?? 0) * 2;
    senseEnds[alias] = size;
  }
  const senses = new Uint32Array(size);
  let to = 0;
  for (const [, readings] of all) {
    for (const [term, rule] of readings) {
      senses[to++] = term + 1;
      senses[to++] = rule;
    }
  }
  return { senses, senseEnds };
}

/** The words of an alias, and its readings: term (-1: none) and rule (0: none). */
export function aliasAt(
  { texts, textEnds, senses, senseEnds }: NameKeys,
  alias: number,
): { readonly text: string; readonly readings: readonly (readonly [term: number, rule: number])[] } {
  const numbers = senses.subarray(senseEnds[alias - 1] ?? 0, senseEnds[alias] ?? 0);
  const readings: (readonly [number, number])[] = [];
  for (let at = 0; at < numbers.length; at += 2)
    readings.push([(numbers[at] ?? 0) - 1, numbers[at + 1] ?? 0]);
  return { text: texts.slice(textEnds[alias - 1] ?? 0, textEnds[alias] ?? 0), readings };
}

/** A Term as an index tells of it. */
export function termAt({ terms, termEnds }: NameKeys, term: number): IndexedTerm {
  const [key = '', label = '', priority = ''] = terms
    .slice(termEnds[term - 1] ?? 0, termEnds[term] ?? 0)
    .split('\n');
  return { key: key as TermKey, label, priority: Number(priority) as Priority };
}

/** The place of the first alias with this key, or of the next higher key. */
export function findKey(keys: Int32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** More than any Pack has, and small enough for a double to hold a key beside it. */
const ALIASES = 2 ** 22;

const cursor = new TokenCursor(MAX_TOKEN_UNITS);

/** The key of an alias, noted with each word that has other spellings; a RangeError where it is too long for a page. */
function readKey(text: string, alias: number, spelled: ReadonlyMap<string, number[]>): number {
  const words: number[] = [];
  let tokens = 0;
  for (readToken(text, 0, cursor); cursor.start >= 0; readToken(text, cursor.next, cursor)) {
    tokens += 1;
    if (cursor.isWord) words.push(cursor.hash);
    if (spelled.size > 0) spelled.get(cursor.text())?.push(alias);
    if (tokens > MAX_ALIAS_TOKENS || cursor.length > MAX_TOKEN_UNITS)
      throw new RangeError(
        `alias ${alias} ${JSON.stringify(text)} has more than ${MAX_ALIAS_TOKENS} words and signs, or a word longer than ${MAX_TOKEN_UNITS}`,
      );
  }
  if (words.length === 0) throw new RangeError(`alias ${alias} ${JSON.stringify(text)} has no word`);
  return keyOfWords(words);
}

function endsOf(items: readonly { readonly length: number }[]): Uint32Array {
  let end = 0;
  return Uint32Array.from(items, ({ length }) => {
    end += length;
    return end;
  });
}
