import {
  COMPLEX,
  foldCodePoint,
  INVISIBLE,
  isDash,
  isSpace,
  JOINT,
  learnUnit,
  SOLO,
  WORD,
} from './fold-unit.ts';

/** A longer gap joins no two tokens, so that no look ahead is without bound. */
export const MAX_GAP = 256;

/** What stands between two tokens: CLOSE is a space, one tight dash or nothing; WIDE a dash set off or doubled. */
export const CLOSE = 0;
export const WIDE = 1;
/** A blank line, or more than MAX_GAP units: nothing matches across it. */
export const BREAK = 2;

/** One token of a text; filled by `readToken`, reused for the next. */
export class TokenCursor {
  /** Of the token, in the original text; start is -1 where there was no further token. */
  start = -1;
  end = 0;
  /** Where to look for the next token. */
  next = 0;
  /** Polynomial hash of the folded units, 24 bits. */
  hash = 0;
  /** The folded units; kept only if `keepsUnits`. */
  units = '';
  readonly keepsUnits: boolean;
  /** Number of folded units, and the last of them. */
  length = 0;
  last = 0;

  constructor(keepsUnits: boolean) {
    this.keepsUnits = keepsUnits;
  }
}

/** The hash of a token goes on by one folded unit; starts from 0. */
export function hashUnit(hash: number, unit: number): number {
  return ((hash << 5) - hash + unit) & 0xffffff;
}

function addUnit(cursor: TokenCursor, unit: number): void {
  cursor.hash = hashUnit(cursor.hash, unit);
  cursor.length += 1;
  cursor.last = unit;
  if (cursor.keepsUnits) cursor.units += String.fromCharCode(unit);
}

function addUnits(cursor: TokenCursor, units: string): void {
  for (let at = 0; at < units.length; at += 1) addUnit(cursor, units.charCodeAt(at));
}

/** Fills the cursor with the first token at or after `from`; its start is -1 where there is none. */
export function readToken(text: string, from: number, cursor: TokenCursor): void {
  const start = skipGap(text, from);
  cursor.start = start < text.length ? start : -1;
  cursor.end = start;
  cursor.units = '';
  cursor.hash = 0;
  cursor.length = 0;
  if (start === text.length) return;
  if (!readSolo(text, start, cursor)) readWord(text, cursor);
  cursor.next = cursor.end;
  if (cursor.length === 1 && isLetter(cursor.last)) readAcronym(text, cursor);
}

/** The offset of the first unit at or after `from` that belongs to a token, or the text's length. */
function skipGap(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const value = learnUnit(text.charCodeAt(at));
    if (value >= SOLO) return at;
    if (value !== COMPLEX) {
      at += 1;
      continue;
    }
    const code = text.codePointAt(at) ?? 0;
    if (foldCodePoint(code).units !== '') return at;
    at += sizeOf(code);
  }
  return at;
}

function sizeOf(code: number): number {
  return code > 0xffff ? 2 : 1;
}

function readSolo(text: string, start: number, cursor: TokenCursor): boolean {
  const value = learnUnit(text.charCodeAt(start));
  if (value !== SOLO && value !== COMPLEX) return false;
  const code = text.codePointAt(start) ?? 0;
  const fold = foldCodePoint(code);
  if (fold.kind !== SOLO) return false;
  addUnits(cursor, fold.units);
  cursor.end = start + sizeOf(code);
  return true;
}

/** Reads word units from the cursor's end on; leaves the end after the last of them and its marks. */
function readWord(text: string, cursor: TokenCursor): void {
  let at = cursor.end;
  while (at < text.length) {
    const value = learnUnit(text.charCodeAt(at));
    if (value === JOINT || value === SOLO) return;
    if (value === COMPLEX) {
      const code = text.codePointAt(at) ?? 0;
      const fold = foldCodePoint(code);
      if (fold.kind === SOLO) return;
      addUnits(cursor, fold.units);
      at += sizeOf(code);
      if (fold.kind !== INVISIBLE) cursor.end = at;
      continue;
    }
    if (value >= WORD) addUnit(cursor, value);
    at += 1;
    if (value !== INVISIBLE) cursor.end = at;
  }
}

/** Letters, not digits or the underscore: what an acronym with dots is made of. */
function isLetter(unit: number): boolean {
  return unit > 0x39 && unit !== 0x5f && learnUnit(unit) >= WORD;
}

/**
 * After a token of one letter: "U.S.A." is the token "usa" with its last dot, and the dot after a lone
 * initial is part of the gap.
 */
function readAcronym(text: string, cursor: TokenCursor): void {
  let dot = skipInvisible(text, cursor.end);
  let joined = false;
  while (text.charCodeAt(dot) === DOT) {
    const letter = readLetter(text, dot + 1);
    if (!letter) break;
    addUnit(cursor, letter.last);
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
  while (at < text.length && isInvisible(text, at)) at += 1;
  return at;
}

function isInvisible(text: string, at: number): boolean {
  return learnUnit(text.charCodeAt(at)) === INVISIBLE;
}

const letterCursor = new TokenCursor(false);

/** Reads the word of one letter at `from`, invisible units before it aside; nothing where there is none. */
function readLetter(text: string, from: number): TokenCursor | undefined {
  letterCursor.end = skipInvisible(text, from);
  letterCursor.length = 0;
  readWord(text, letterCursor);
  return letterCursor.length === 1 && isLetter(letterCursor.last) ? letterCursor : undefined;
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
