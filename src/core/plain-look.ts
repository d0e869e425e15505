import { hashAll } from './byte-gears.ts';
import { foldCodePoint, WORD } from './fold-unit.ts';
import { aloneKey, pairKey } from './matcher-tables.ts';
import type { NameFilter } from './name-filter.ts';

/**
 * One word of each name that is written in ASCII, as text: engines look for these with code of their own, at full
 * speed from the first page on, while a loop of ours is at its slowest on a page that has just been opened.
 */
export interface PlainWords {
  /** For all words that begin as one of the list does; global. */
  readonly expression: RegExp;
  /** With spaces between. */
  readonly words: string;
}

/** Words of an alias that the first look knows; more would tell little more. */
export const WORDS_KNOWN = 3;
/** Words of a name that stand before or behind the one it is found by. */
const BESIDE = WORDS_KNOWN - 1;
/** So many of the words in one text are looked at one by one; where there are more, that takes longer than all else. */
const MOST_PLACES = 64;

/** Whatever `fold` cannot turn into ASCII: other scripts, full width, dots of another width, signs drawn from letters. */
const OTHER =
  /[\u0250-\u02ff\u0370-\u200a\u2024\u205f-\u209f\u20c0-\u2121\u2123-\u218f\u2200-\u24ff\u2776-\u2793\u27c0-\ud83b\ud83f-\udbff\ue000-\ufe0e\ufe10-\uffff]|\ud83e[\udf00-\udfff]/;
/** Letters beyond ASCII, marks on them, and what is invisible. */
const FOLDED =
  /[\u0300-\u036f\xaa\xad\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u024f\u200b-\u200f\u202a-\u202e]|\ufe0f/g;
const NOT_ASCII = /[^\0-\x7f]/g;
/** The dots of U.S. and C.A.A.T.S.A. */
const INNER_DOTS = /\b([a-z])\.(?=[a-z]\b)/g;
const GAPS = /\W+/g;

/** Tells whether a name may stand in a text: never wrong where one does; true for every text that is not plain. */
export function createPlainLook(
  { expression, words }: PlainWords,
  keys: () => NameFilter,
): (text: string) => boolean {
  const known = new Set(words.split(' '));
  return (text) => {
    if (OTHER.test(text)) return true;
    const folded = foldPlain(text);
    const found = folded.match(expression)?.filter((word) => known.has(word)) ?? [];
    if (found.length === 0 || found.length > MOST_PLACES) return found.length > 0;
    const all = folded.split(GAPS);
    return [...new Set(found)].some((word) => isInName(all, word, keys()));
  };
}

/** Whether the word stands somewhere as a name has it. */
function isInName(words: readonly string[], word: string, keys: NameFilter): boolean {
  for (let at = words.indexOf(word); at >= 0; at = words.indexOf(word, at + 1)) {
    if (holdsName(words.slice(Math.max(0, at - BESIDE), at + BESIDE + 1), keys)) return true;
  }
  return false;
}

function holdsName(words: readonly string[], keys: NameFilter): boolean {
  let before = 0;
  let twoBefore = 0;
  for (const word of words) {
    const hash = hashAll(0, word);
    if (keys.has(aloneKey(hash)) || keys.has(pairKey(before, hash))) return true;
    if (keys.has(pairKey(pairKey(twoBefore, before), hash))) return true;
    twoBefore = before;
    before = hash;
  }
  return false;
}

function foldPlain(text: string): string {
  return text.replace(FOLDED, foldUnit).toLowerCase().replace(INNER_DOTS, '$1');
}

/** A letter that folds to none of ASCII is in no name: any other unit of a word will do. */
function foldUnit(char: string): string {
  const { kind, units } = foldCodePoint(char.charCodeAt(0));
  return kind === WORD ? units.replace(NOT_ASCII, '_') : '';
}
