/**
 * Folding: what Sidelight takes for the same writing. Nothing is replaced in a text; every offset is the original's.
 *
 * A text is a row of tokens with gaps between them. Two writings are the same when their tokens are equal, unit by
 * unit, and their gaps agree. `tests/core/naive-matcher.ts` says the same again, slowly.
 *
 * Units
 *  - Letters fold by case, diacritics (ready-made or combining, Latin to Cyrillic: й = и, ё = е), full width,
 *    ligatures and other compatibility forms: ﬁ = fi, Ⅷ = viii, 𝐌 = m; ß = ss, æ = ae, ø = o, ł = l, ı = İ = i, ς = σ.
 *  - Invisible units are as if not there: soft hyphen, zero-width spaces and joiners, word joiner, BOM, direction
 *    marks and isolates, variation selectors. So are combining marks, Hebrew points, Arabic vowel signs.
 *
 * Tokens
 *  - A word is the longest run of letters, digits and underscores.
 *  - Letters joined by single dots are one word with their last dot: U.S. = US, C.A.A.T.S.A. = CAATSA, Ｕ．Ｓ． = US.
 *  - A character of a script without spaces (Han, kana, Hangul, Thai, Lao, Khmer, Myanmar) is a token of its own,
 *    and so is every other visible character: . , : ; ! ? ( ) $ % & § …
 *
 * Gaps: white space, control characters, dashes, slashes, middle dots, quotation marks, apostrophes, the dot after
 * a lone initial ("Joseph R. Biden"), invisible units, or nothing.
 *  - CLOSE: at most one dash or slash, without white space beside it. Matches every gap of an alias, so that
 *    Jackson-Vanik = Jackson Vanik = Jackson/Vanik, America's = America’s, “foreign agents” law = foreign agents law.
 *  - WIDE: a dash or slash set off by white space, or several. Matches only where the alias has a dash or slash too:
 *    Jackson – Vanik = Jackson-Vanik, but "sanctions – Russia" is not "sanctions Russia".
 *  - BREAK: a blank line (two line ends), or more than 256 units. Matches nothing.
 *
 * A match starts at the first unit of its first token and ends after the last unit of its last: quotes and dashes
 * around it, and a possessive 's, are not in it.
 */
import { COMPLEX, foldCodePoint, learnUnit, WORD } from './fold-unit.ts';
import { readToken } from './read-token.ts';
import { TokenCursor } from './token-cursor.ts';

/** A token of a text: place in the original, half-open, and its folded units. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Whether the UTF-16 unit is part of a word (letter, digit, underscore); false for halves of surrogate pairs. */
export function isWordUnit(unit: number): boolean {
  const value = learnUnit(unit);
  return value >= WORD || (value === COMPLEX && foldCodePoint(unit).kind === WORD);
}

/** The tokens that start in [from, to), in order; punctuation and symbols are tokens too. */
export function findWords(text: string, from = 0, to = text.length): Word[] {
  const cursor = new TokenCursor(Number.POSITIVE_INFINITY);
  const words: Word[] = [];
  for (readToken(text, from, cursor); isBefore(cursor, to); readToken(text, cursor.next, cursor)) {
    words.push({ start: cursor.start, end: cursor.end, text: cursor.text() });
  }
  return words;
}

function isBefore(cursor: TokenCursor, to: number): boolean {
  return cursor.start >= 0 && cursor.start < to;
}

/** A folded text, and where its units stand in the original. */
export interface FoldedText {
  /** The tokens, one space between each two. */
  readonly text: string;
  /** By unit of `text`: start of its token in the original, end of the token before it for a space. */
  readonly starts: readonly number[];
  /** By unit of `text`: end of its token in the original, start of the token after it for a space. */
  readonly ends: readonly number[];
}

/** Folds a short text: equal for all writings of one name, whatever their gaps. Offsets are exact by token. */
export function foldText(text: string): FoldedText {
  const words = findWords(text);
  const starts: number[] = [];
  const ends: number[] = [];
  words.forEach((word, at) => {
    const before = words[at - 1];
    if (before) {
      starts.push(before.end);
      ends.push(word.start);
    }
    for (let unit = 0; unit < word.text.length; unit += 1) {
      starts.push(word.start);
      ends.push(word.end);
    }
  });
  return { text: words.map((word) => word.text).join(' '), starts, ends };
}
