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

/** Tells whether a name may stand in a text: never wrong where one does; true for every text that is not plain. */
export function createPlainLook(
  { expression, words }: PlainWords,
  keys: () => NameFilter,
): (text: string) => boolean {
  const known = new Set(words.split(' '));
  return (text) => {
    if (OTHER.test(text)) return true;
    const folded = foldPlain(text);
    expression.lastIndex = 0;
    let places = 0;
    for (let found = expression.exec(folded); found; found = expression.exec(folded)) {
      const [word] = found;
      if (!known.has(word)) continue;
      places += 1;
      if (places > MOST_PLACES || holdsName(wordsAround(folded, found.index, word.length), keys()))
        return true;
    }
    return false;
  };
}

/** The word at a place with those beside it. */
function wordsAround(text: string, at: number, length: number): readonly string[] {
  const words = [text.slice(at, at + length)];
  let start = at;
  for (let left = BESIDE; left > 0; left -= 1) {
    let end = start;
    while (end > 0 && !isWordUnit(text.charCodeAt(end - 1))) end -= 1;
    start = end;
    while (start > 0 && isWordUnit(text.charCodeAt(start - 1))) start -= 1;
    words.unshift(text.slice(start, end));
  }
  let end = at + length;
  for (let left = BESIDE; left > 0; left -= 1) {
    let from = end;
    while (from < text.length && !isWordUnit(text.charCodeAt(from))) from += 1;
    end = from;
    while (end < text.length && isWordUnit(text.charCodeAt(end))) end += 1;
    words.push(text.slice(from, end));
  }
  return words.filter((word) => word !== '');
}

/** A small letter, a digit or "_", as in expressions; capitals have been folded. */
function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 95;
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
