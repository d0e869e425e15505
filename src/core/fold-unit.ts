/**
 * How one UTF-16 unit or code point folds: the table behind `normalize.ts`, where the rules are told.
 * ASCII is filled in with the first text; every other unit is looked up once, when a text first brings it.
 */

/** Not looked up yet. */
export const UNKNOWN = 0;
/** White space, dash, slash, quote: stands between words and never belongs to one. */
export const JOINT = 1;
/** Soft hyphen, zero-width space, direction marks …: as if it were not there. */
export const INVISIBLE = 2;
/** A combining mark: as if it were not there, but it belongs to the letter before it. */
export const MARK = 3;
/** Folds to several units, is half of a surrogate pair or a dot of other width: ask `foldCodePoint`. */
export const COMPLEX = 4;
/** A token of its own that is no word: punctuation, symbols, lone surrogates. */
export const SOLO = 5;
/** A word of one character, from a script written without spaces; folds to itself. */
export const CHARACTER = 6;
/** From here on a value is the folded unit of a word. */
export const WORD = 0x30;

/** What a code point folds to; `units` is empty unless `kind` is WORD, CHARACTER or SOLO. Never COMPLEX. */
export interface Fold {
  readonly kind: number;
  readonly units: string;
}

// Pairs of first and last code point. One look-up a unit in a lifetime, so a linear search will do.
const INVISIBLES = [
  0xad, 0xad, 0x34f, 0x34f, 0x61c, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180f, 0x200b, 0x200f,
  0x202a, 0x202e, 0x2060, 0x206f, 0x3164, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xfeff, 0xffa0, 0xffa0, 0xfff9,
  0xfffb, 0xe0000, 0xe0fff,
];
const MARKS = [
  0x300, 0x36f, 0x483, 0x489, 0x591, 0x5bd, 0x5bf, 0x5bf, 0x5c1, 0x5c2, 0x5c4, 0x5c5, 0x5c7, 0x5c7, 0x610,
  0x61a, 0x640, 0x640, 0x64b, 0x65f, 0x670, 0x670, 0x1ab0, 0x1aff, 0x1dc0, 0x1dff, 0x20d0, 0x20ff, 0xfe20,
  0xfe2f,
];
const DASHES = [
  0x2d, 0x2d, 0x2f, 0x2f, 0xb7, 0xb7, 0x58a, 0x58a, 0x5be, 0x5be, 0x1400, 0x1400, 0x1806, 0x1806, 0x2010,
  0x2015, 0x2027, 0x2027, 0x2044, 0x2044, 0x2053, 0x2053, 0x207b, 0x207b, 0x208b, 0x208b, 0x2212, 0x2212,
  0x2215, 0x2215, 0x2e17, 0x2e17, 0x2e1a, 0x2e1a, 0x2e3a, 0x2e3b, 0x2e40, 0x2e40, 0x301c, 0x301c, 0x3030,
  0x3030, 0x30a0, 0x30a0, 0x30fb, 0x30fb, 0xfe31, 0xfe32, 0xfe58, 0xfe58, 0xfe63, 0xfe63, 0xff0d, 0xff0d,
  0xff0f, 0xff0f, 0xff65, 0xff65,
];
const SPACES = [
  0, 0x20, 0x7f, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x202f, 0x205f, 0x205f, 0x3000,
  0x3000,
];
const QUOTES = [
  0x22, 0x22, 0x27, 0x27, 0x60, 0x60, 0xab, 0xab, 0xb4, 0xb4, 0xbb, 0xbb, 0x2b9, 0x2bd, 0x5f3, 0x5f4, 0x2018,
  0x201f, 0x2032, 0x2037, 0x2039, 0x203a, 0x275b, 0x275e, 0x300c, 0x300f, 0x301d, 0x301f, 0xff02, 0xff02,
  0xff07, 0xff07,
];
// Thai, Lao, Myanmar, Khmer; kana, Han, Hangul: a name stands in running text without a space beside it.
const UNSPACED = [
  0xe00, 0xeff, 0x1000, 0x109f, 0x1780, 0x17ff, 0x2e80, 0xa4cf, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xff66,
  0xffdc, 0x20000, 0x3ffff,
];
// Letters that no Unicode decomposition takes apart.
// By code point, so that a script with this and no other text is of one byte a character: engines read it faster.
const SPELLED: Record<number, string> = {
  223: 'ss',
  230: 'ae',
  339: 'oe',
  248: 'o',
  322: 'l',
  273: 'd',
  240: 'd',
  254: 'th',
  295: 'h',
  305: 'i',
};
// So that no letter beyond ASCII stands in the script.
SPELLED[0x3c2] = String.fromCodePoint(0x3c3);

function isIn(ranges: readonly number[], code: number): boolean {
  for (let at = 0; at < ranges.length; at += 2) {
    if (code >= (ranges[at] ?? 0) && code <= (ranges[at + 1] ?? 0)) return true;
  }
  return false;
}

/** Whether the code point is a dash, a slash or a middle dot: what a name's parts are joined by. */
export function isDash(code: number): boolean {
  return code === 0x2d || code === 0x2f || (code > 0x7f && isIn(DASHES, code));
}

/** Whether the code point is white space or a control character. */
export function isSpace(code: number): boolean {
  return code <= 0x20 || (code >= 0x7f && isIn(SPACES, code));
}

// Built on first use, and from a string: engines build a Unicode class whenever they read a script with such a literal,
// which takes as long as reading a short page.
let wordPattern: RegExp | undefined;

function isLetterOrDigit(code: number): boolean {
  if (code >= 0xc0 && code < 0x250) return code !== 0xd7 && code !== 0xf7;
  if (code >= 0x400 && code < 0x482) return true;
  if (code >= 0x2012 && code < 0x2070) return false;
  // biome-ignore lint/complexity/useRegexLiterals: see above
  wordPattern ??= new RegExp('^[\\p{L}\\p{Nd}\\p{Nl}\\p{M}]', 'u');
  return wordPattern.test(String.fromCodePoint(code));
}

function foldWord(code: number): Fold {
  const lower = String.fromCodePoint(code).normalize('NFKD').toLowerCase();
  let units = '';
  for (const char of lower) {
    const part = char.codePointAt(0) ?? 0;
    const keep = !isIn(MARKS, part) && !isIn(INVISIBLES, part) && isLetterOrDigitOf(part);
    if (keep) units += SPELLED[part] ?? char;
  }
  return units === '' ? { kind: MARK, units } : { kind: WORD, units };
}

function isLetterOrDigitOf(code: number): boolean {
  if (code < 0x80) return (asciiFold(code) ?? 0) >= WORD;
  return !isIn(QUOTES, code) && isLetterOrDigit(code);
}

function foldSolo(code: number): Fold {
  const char = String.fromCodePoint(code);
  const compatible = char.normalize('NFKC');
  const unspaced = isIn(UNSPACED, code);
  const plain = codeOf(compatible);
  // A sign that is drawn from a letter or digit (², Ⓐ) stays one: it is no word, and words are looked for first.
  const same =
    compatible.length === char.length &&
    unspaced === isIn(UNSPACED, plain) &&
    (unspaced || !isLetterOrDigitOf(plain));
  return { kind: unspaced ? CHARACTER : SOLO, units: same ? compatible : char };
}

function codeOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

/** How a code point folds, lone surrogates and unassigned ones too. Remembered: for what the table cannot tell. */
export function foldCodePoint(code: number): Fold {
  const known = learned.get(code);
  if (known) return known;
  const fold = classify(code);
  learned.set(code, fold);
  return fold;
}

function classify(code: number): Fold {
  if (isIn(INVISIBLES, code)) return { kind: INVISIBLE, units: '' };
  if (isIn(MARKS, code)) return { kind: MARK, units: '' };
  if (isIn(SPACES, code) || isIn(DASHES, code) || isIn(QUOTES, code)) return { kind: JOINT, units: '' };
  if (isSurrogate(code)) return { kind: SOLO, units: String.fromCharCode(code) };
  if (isIn(UNSPACED, code) || !isLetterOrDigitOf(code)) return foldSolo(code);
  return foldWord(code);
}

const learned = new Map<number, Fold>();

function asciiFold(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code + 0x20;
  if (code >= 0x30 && code <= 0x39) return code;
  if ((code >= 0x61 && code <= 0x7a) || code === 0x5f) return code;
  const joins = code <= 0x20 || code === 0x7f || '-/"\'`'.includes(String.fromCharCode(code));
  return joins ? JOINT : SOLO;
}

// No-break space, en and em dash, single and double quotes.
const FREQUENT_JOINTS = [0xa0, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d];
const ELLIPSIS = 0x2026;

/** Above these are the scripts of Asia, arrows and rare signs: only where a text brings one the table holds them too. */
const USUAL_UNITS = 0x2100;
const ALL_UNITS = 0x10000;

/**
 * By UTF-16 unit: UNKNOWN, a kind, or (from WORD on) the folded unit; nothing beyond its end. Read it directly only
 * where speed needs it, and afresh after `learnUnit`, which may put a longer one in its place.
 */
export let unitFolds = new Uint16Array(USUAL_UNITS);

/** `unitFolds` as it is now, for code that comes in another script. */
export function findFolds(): Uint16Array {
  return unitFolds;
}

/** Fills in ASCII and what else is frequent, once. Not before a text is there: many pages have none. */
export function readyFolds(): void {
  if (unitFolds[0] !== UNKNOWN) return;
  for (let code = 0; code < 0x80; code += 1) unitFolds[code] = asciiFold(code);
  // What nearly every page has is not looked up on any.
  for (const joint of FREQUENT_JOINTS) unitFolds[joint] = JOINT;
  unitFolds[ELLIPSIS] = SOLO;
}

/** The table's value for a unit, looked up if UNKNOWN: a kind or a folded unit. NaN (no unit) is JOINT. */
export function learnUnit(unit: number): number {
  const known = unitFolds[unit];
  if (known !== undefined && known !== UNKNOWN) return known;
  if (Number.isNaN(unit)) return JOINT;
  readyFolds();
  const value = unitFolds[unit] || tableValue(unit);
  // Nearly every page has an emoji, of two halves that are no letters.
  if (isSurrogate(unit)) return value;
  if (unit >= unitFolds.length) growUnitFolds();
  unitFolds[unit] = value;
  return value;
}

function growUnitFolds(): void {
  const folds = new Uint16Array(ALL_UNITS);
  folds.set(unitFolds);
  unitFolds = folds;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}

/** A dot of other width, as in "U．S．". */
export function isOtherDot(code: number): boolean {
  return code === 0xff0e || code === 0x2024 || code === 0xfe52;
}

function tableValue(unit: number): number {
  if (isSurrogate(unit) || isOtherDot(unit)) return COMPLEX;
  const { kind, units } = classify(unit);
  if (kind === CHARACTER) return units.charCodeAt(0) === unit ? CHARACTER : COMPLEX;
  if (kind !== WORD) return kind;
  return units.length === 1 ? units.charCodeAt(0) : COMPLEX;
}
