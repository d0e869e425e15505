import { COMPLEX, INVISIBLE, readyFolds, UNKNOWN, unitFolds, WORD } from './fold-unit.ts';
import { gearOf, hashUnit } from './token-cursor.ts';

/** A full stop, which may stand inside initials. */
export const DOT = 0x2e;
/** In `byteGears`: look closer. */
export const SPECIAL = -1;

/** By byte of UTF-8, once `readyGears` was called: the gear of an ASCII word unit, 0 for what ends a word, SPECIAL for a dot and beyond ASCII. */
export const byteGears = new Int32Array(256);

/** `byteGears`, filled with the first call: this code is in every page, and many have no text. */
export function readyGears(): Int32Array {
  if (byteGears[DOT] === SPECIAL) return byteGears;
  readyFolds();
  byteGears.fill(SPECIAL);
  for (let byte = 0; byte < 0x80; byte += 1) {
    const value = unitFolds[byte] ?? 0;
    byteGears[byte] = value >= WORD ? gearOf(value) : 0;
  }
  byteGears[DOT] = SPECIAL;
  return byteGears;
}

/** Whether the byte is an ASCII letter. */
export function isLetterByte(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a && byte < 0x80;
}

/** How many bytes a character has, by its first. */
export function sizeAt(byte: number): number {
  if (byte < 0xe0) return byte < 0x80 ? 1 : 2;
  return byte < 0xf0 ? 3 : 4;
}

/** The UTF-16 unit that starts at an index and goes on for 0, 1 or 2 bytes more. No loop: it is inlined into one. */
export function unitAt(bytes: Uint8Array, at: number, more: number): number {
  const byte = bytes[at] as number;
  if (more === 0) return byte;
  const next = (bytes[at + 1] as number) & 0x3f;
  if (more === 1) return ((byte & 0x1f) << 6) | next;
  return ((byte & 0xf) << 12) | (next << 6) | ((bytes[at + 2] as number) & 0x3f);
}

/** The code point that starts at an index, of so many bytes, two at least. */
export function codeAt(bytes: Uint8Array, at: number, size: number): number {
  if (size < 4) return unitAt(bytes, at, size - 1);
  const high = (((bytes[at] as number) & 0x7) << 6) | ((bytes[at + 1] as number) & 0x3f);
  return (high << 12) | (((bytes[at + 2] as number) & 0x3f) << 6) | ((bytes[at + 3] as number) & 0x3f);
}

/** A token's hash goes on by these folded units. */
export function hashAll(open: number, units: string): number {
  let hash = open;
  for (let at = 0; at < units.length; at += 1) hash = hashUnit(hash, gearOf(units.charCodeAt(at)));
  return hash;
}

/** Whether a unit beyond ASCII that is no letter needs a closer look, as an invisible one does at the end of a word. */
export function isHard(value: number, hash: number, after: number): boolean {
  if (value === INVISIBLE) return hash !== 0 && !((byteGears[after] as number) > 0);
  return value === UNKNOWN || value === COMPLEX;
}

/** Whether two ASCII word units at least stand right before an index. */
export function isLongBefore(bytes: Uint8Array, at: number): boolean {
  return (
    at > 1 &&
    (byteGears[bytes[at - 1] as number] as number) > 0 &&
    (byteGears[bytes[at - 2] as number] as number) > 0
  );
}

/** Whether the word before an index, whose last letter is beyond ASCII, is surely more than that letter. */
export function isLong(bytes: Uint8Array, at: number, hash: number): boolean {
  const more = (bytes[at - 2] as number) >= 0xc0 ? 1 : 2;
  if ((bytes[at - 1 - more] as number) < 0xc0) return false;
  const value = unitFolds[unitAt(bytes, at - 1 - more, more)] ?? 0;
  return value >= WORD && hash !== hashUnit(0, gearOf(value));
}
