import {
  CHARACTER,
  COMPLEX,
  foldCodePoint,
  INVISIBLE,
  isDash,
  isSpace,
  JOINT,
  learnUnit,
  SOLO,
  unitFolds,
  WORD,
} from './fold-unit.ts';

/** A longer gap joins no two tokens, so that no look ahead is without bound. */
export const MAX_GAP = 256;

/** What stands between two tokens: CLOSE is a space, one tight dash or nothing; WIDE a dash set off or doubled. */
export const CLOSE = 0;
export const WIDE = 1;
/** A blank line, or more than MAX_GAP units: nothing matches across it. */
export const BREAK = 2;

// Arguments of one call; far below every engine's limit.
const SLICE = 1024;

/** One token of a text; filled by `readToken`, reused for the next. */
export class TokenCursor {
  /** Of the token, in the original text; start is -1 where there was no further token. */
  start = -1;
  end = 0;
  /** Where to look for the next token: past the dot of a lone initial. */
  next = 0;
  /** Whether it is a word (letters, digits, a CHARACTER), not a punctuation mark or symbol. */
  isWord = false;
  /** See `hashUnit`. */
  hash = 0;
  /** Number of folded units; the first of them, at most as many as the cursor keeps, are in `units`. */
  length = 0;
  units: Uint16Array;
  private readonly keeps: number;

  constructor(keeps: number) {
    this.keeps = keeps;
    this.units = new Uint16Array(64);
  }

  clear(start: number): void {
    this.start = start;
    this.end = start;
    this.hash = 0;
    this.length = 0;
  }

  add(unit: number): void {
    this.hash = hashUnit(this.hash, gearOf(unit));
    if (this.length < this.keeps) this.keep(unit);
    this.length += 1;
  }

  private keep(unit: number): void {
    if (this.length === this.units.length) {
      const more = new Uint16Array(this.length * 2);
      more.set(this.units);
      this.units = more;
    }
    this.units[this.length] = unit;
  }

  /** The folded units that were kept. */
  text(): string {
    const { length } = this;
    let text = '';
    for (let at = 0; at < length; at += SLICE) {
      text += String.fromCharCode(...this.units.subarray(at, Math.min(at + SLICE, length)));
    }
    return text;
  }

  addAll(units: string): void {
    for (let at = 0; at < units.length; at += 1) this.add(units.charCodeAt(at));
  }
}

/** A number of 27 bits for each unit, never 0. */
export function gearOf(unit: number): number {
  return (Math.imul(unit, 0x9e3779b1) >>> 5) | 1;
}

/** A token's hash goes on by the gear of one folded unit. Starts from 0, is never 0 again, fits a small integer. */
export function hashUnit(hash: number, gear: number): number {
  return (((hash << 1) + gear) & 0x7ffffff) | 0x8000000;
}

/** Fills the cursor with the first token at or after `from`; its start is -1 where there is none. */
export function readToken(text: string, from: number, cursor: TokenCursor): void {
  const start = skipGap(text, from);
  cursor.clear(start);
  if (start >= text.length) cursor.start = -1;
  else if ((unitFolds[text.charCodeAt(start)] ?? 0) < WORD && readSolo(text, start, cursor)) return;
  cursor.isWord = true;
  readWord(text, cursor);
  cursor.next = cursor.end;
  if (cursor.length === 1) readAcronym(text, cursor);
}

/** The offset of the first unit at or after `from` that belongs to a token, or the text's length. */
function skipGap(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const value = unitFolds[unit] || learnUnit(unit);
    if (value >= SOLO) return at;
    const code = value === COMPLEX ? (text.codePointAt(at) ?? 0) : 0;
    if (value === COMPLEX && foldCodePoint(code).units !== '') return at;
    at += sizeOf(code);
  }
  return at;
}

function sizeOf(code: number): number {
  return code > 0xffff ? 2 : 1;
}

/** Reads the token at `start` if it is no run of letters and digits. */
function readSolo(text: string, start: number, cursor: TokenCursor): boolean {
  const unit = text.charCodeAt(start);
  const code = text.codePointAt(start) ?? 0;
  const isPlain = unit < 0x80 || unitFolds[unit] === CHARACTER;
  const { kind, units } = isPlain ? PLAIN : foldCodePoint(code);
  if (kind === WORD) return false;
  if (isPlain) cursor.add(unit);
  else cursor.addAll(units);
  cursor.isWord = kind === CHARACTER || unitFolds[unit] === CHARACTER;
  cursor.end = start + sizeOf(code);
  cursor.next = cursor.end;
  return true;
}

const PLAIN = { kind: SOLO, units: '' };

/** Reads word units from the cursor's end on; leaves the end after the last of them and its marks. */
function readWord(text: string, cursor: TokenCursor): void {
  let at = readLetters(text, cursor.end, cursor);
  cursor.end = at;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const value = unitFolds[unit] || learnUnit(unit);
    if (value === JOINT || value === SOLO || value === CHARACTER) return;
    if (value >= WORD) {
      at = readLetters(text, at, cursor);
      cursor.end = at;
      continue;
    }
    const code = text.codePointAt(at) ?? 0;
    const { kind, units } = value === COMPLEX ? foldCodePoint(code) : { kind: value, units: '' };
    if (kind === SOLO || kind === CHARACTER) return;
    cursor.addAll(units);
    at += sizeOf(code);
    if (kind !== INVISIBLE) cursor.end = at;
  }
}

/** Adds the units that fold to one unit each, up to the first that does not; gives its offset. */
function readLetters(text: string, from: number, cursor: TokenCursor): number {
  const { units, length } = cursor;
  const end = Math.min(text.length, from + units.length - length);
  let { hash } = cursor;
  let at = from;
  let to = length;
  for (; at < end; at += 1) {
    const value = unitFolds[text.charCodeAt(at)] ?? 0;
    if (value < WORD) break;
    hash = hashUnit(hash, gearOf(value));
    units[to++] = value;
  }
  cursor.hash = hash;
  cursor.length = to;
  if (at < end || at === text.length) return at;
  return addLetters(text, at, cursor);
}

/** The same once the cursor's units are full: keeps more only as far as the cursor is meant to. */
function addLetters(text: string, from: number, cursor: TokenCursor): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const value = unitFolds[text.charCodeAt(at)] ?? 0;
    if (value < WORD) return at;
    cursor.add(value);
  }
  return at;
}

/** One letter that has a capital, not a digit or the underscore: what an acronym with dots is made of. */
function isLetter({ length, units }: TokenCursor): boolean {
  if (length !== 1) return false;
  const unit = units[0] ?? 0;
  if (unit < 0x80) return unit > 0x5f;
  const letter = String.fromCharCode(unit);
  return letter !== letter.toUpperCase();
}

/**
 * After a token of one letter: "U.S.A." is the token "usa" with its last dot, and the dot after a lone
 * initial is part of the gap.
 */
function readAcronym(text: string, cursor: TokenCursor): void {
  let dot = skipInvisible(text, cursor.end);
  if (text.charCodeAt(dot) !== DOT || !isLetter(cursor)) return;
  let joined = false;
  while (text.charCodeAt(dot) === DOT) {
    const letter = readLetter(text, dot + 1);
    if (!letter) break;
    cursor.add(letter.units[0] ?? 0);
    cursor.end = letter.end;
    joined = true;
    dot = skipInvisible(text, letter.end);
  }
  const dotted = text.charCodeAt(dot) === DOT;
  if (joined && dotted) cursor.end = dot + 1;
  cursor.next = dotted ? dot + 1 : cursor.end;
}

const DOT = 0x2e;

function skipInvisible(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const value = learnUnit(text.charCodeAt(at));
    const code = value === COMPLEX ? (text.codePointAt(at) ?? 0) : 0;
    if (value !== INVISIBLE && (value !== COMPLEX || foldCodePoint(code).kind !== INVISIBLE)) return at;
    at += sizeOf(code);
  }
  return at;
}

const letterCursor = new TokenCursor(1);

/** Reads the word of one letter at `from`, invisible units before it aside; nothing where there is none. */
function readLetter(text: string, from: number): TokenCursor | undefined {
  letterCursor.clear(skipInvisible(text, from));
  readWord(text, letterCursor);
  return isLetter(letterCursor) ? letterCursor : undefined;
}

/** What stands between a token that ends at `end` and the next, at `start`: CLOSE, WIDE or BREAK. */
export function gapKind(text: string, end: number, start: number): number {
  if (start - end === 1) return CLOSE;
  if (start - end > MAX_GAP) return BREAK;
  let dashes = 0;
  let spaces = 0;
  let lines = 0;
  for (let at = end; at < start; at += 1) {
    const unit = text.charCodeAt(at);
    if (isDash(unit)) dashes += 1;
    if (isSpace(unit)) spaces += 1;
    if (isLineEnd(unit) && !(unit === LINE_FEED && text.charCodeAt(at - 1) === RETURN)) lines += 1;
  }
  if (lines > 1) return BREAK;
  return dashes > 1 || (dashes === 1 && spaces > 0) ? WIDE : CLOSE;
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

function isLineEnd(unit: number): boolean {
  return unit === LINE_FEED || unit === RETURN || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

/** Whether the gap holds a dash or a slash, so that an alias written with it also means WIDE gaps. */
export function hasDash(text: string, end: number, start: number): boolean {
  for (let at = end; at < start; at += 1) if (isDash(text.charCodeAt(at))) return true;
  return false;
}
