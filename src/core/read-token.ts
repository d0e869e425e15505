import { DOT, isLetterByte, readyGears } from './byte-gears.ts';
import {
  CHARACTER,
  COMPLEX,
  foldCodePoint,
  INVISIBLE,
  isOtherDot,
  JOINT,
  learnUnit,
  SOLO,
  unitFolds,
  WORD,
} from './fold-unit.ts';
import { gearOf, hashUnit, TokenCursor } from './token-cursor.ts';

/** Fills the cursor with the first token at or after `from`; its start is -1 where there is none. */
export function readToken(text: string, from: number, cursor: TokenCursor): void {
  if (readPlain(text, from, cursor)) return;
  const start = skipGap(text, from);
  cursor.clear(start);
  if (start >= text.length) cursor.start = -1;
  else if ((unitFolds[text.charCodeAt(start)] ?? 0) < WORD && readSolo(text, start, cursor)) return;
  cursor.isWord = true;
  readWord(text, cursor);
  cursor.next = cursor.end;
  if (cursor.length === 1) readAcronym(text, cursor);
}

/** The common case in one loop: a word of simple units, at once or after one gap unit. */
function readPlain(text: string, from: number, cursor: TokenCursor): boolean {
  const { units } = cursor;
  // A local is nearer than another module's.
  const folds = unitFolds;
  const room = Math.min(text.length, from + units.length);
  let at = from;
  let value = at < room ? (folds[text.charCodeAt(at)] ?? 0) : 0;
  if (value === JOINT && ++at < room) value = folds[text.charCodeAt(at)] ?? 0;
  if (value < WORD) return false;
  const start = at;
  let hash = 0;
  let unit = 0;
  while (value >= WORD) {
    hash = hashUnit(hash, gearOf(value));
    units[at - start] = value;
    at += 1;
    if (at === room) break;
    unit = text.charCodeAt(at);
    value = folds[unit] ?? 0;
  }
  if (at === room ? room < text.length : value !== JOINT && value < SOLO) return false;
  if (at - start === 1 && isDot(unit)) return false;
  cursor.clear(start);
  cursor.end = at;
  cursor.next = at;
  cursor.hash = hash;
  cursor.length = at - start;
  cursor.isWord = true;
  return true;
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
  const folds = unitFolds;
  let { hash } = cursor;
  let at = from;
  let to = length;
  for (; at < end; at += 1) {
    const value = folds[text.charCodeAt(at)] ?? 0;
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
  if (!isDot(text.charCodeAt(dot)) || !isLetter(cursor)) return;
  let joined = false;
  while (isDot(text.charCodeAt(dot))) {
    const plain = readPlainLetters(text, dot, cursor);
    joined ||= plain > dot;
    dot = plain;
    if (!isDot(text.charCodeAt(dot))) break;
    const letter = readLetter(text, dot + 1);
    if (!letter) break;
    cursor.add(letter.units[0] ?? 0);
    cursor.end = letter.end;
    joined = true;
    dot = skipInvisible(text, letter.end);
  }
  const dotted = isDot(text.charCodeAt(dot));
  if (joined && dotted) cursor.end = dot + 1;
  cursor.next = dotted ? dot + 1 : cursor.end;
}

function isDot(unit: number): boolean {
  return unit === DOT || isOtherDot(unit);
}

/** Adds the ASCII letters after dots, from a dot on, behind each of which a word surely ends; gives where that ends. */
function readPlainLetters(text: string, from: number, cursor: TokenCursor): number {
  const gears = readyGears();
  let { hash, length } = cursor;
  let dot = from;
  while (text.charCodeAt(dot) === DOT) {
    const letter = text.charCodeAt(dot + 1);
    const after = text.charCodeAt(dot + 2);
    if (!isLetterByte(letter) || !(after < 0x80) || (gears[after] as number) > 0) break;
    hash = hashUnit(hash, gears[letter] as number);
    cursor.keepAt(length, letter | 0x20);
    length += 1;
    dot += 2;
  }
  if (dot === from) return from;
  cursor.hash = hash;
  cursor.length = length;
  cursor.end = dot;
  return dot;
}

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
