import { CHARACTER, INVISIBLE, JOINT, learnUnit, MARK, SOLO, unitFolds, WORD } from './fold-unit.ts';
import { readToken } from './read-token.ts';
import { gearOf, hashUnit, TokenCursor } from './token-cursor.ts';

// Of the language's runtime everywhere, though not of its standard library.
declare const TextEncoder: new () => {
  encodeInto(source: string, target: Uint8Array): { read: number; written: number };
};

// Units a step: short enough for the nearest cache.
const STEP = 8192;
const SPACE = 0x20;
const DOT = 0x2e;
/** In `gears`: look closer. */
const SPECIAL = -1;

/** By byte of UTF-8: the gear of an ASCII word unit, 0 for what ends a word, SPECIAL for the rest. */
const gears = createGears();

function createGears(): Int32Array {
  const table = new Int32Array(256).fill(SPECIAL);
  for (let byte = 0; byte < 0x80; byte += 1) {
    const value = unitFolds[byte] ?? 0;
    table[byte] = value >= WORD ? gearOf(value) : 0;
  }
  table[DOT] = SPECIAL;
  return table;
}

/**
 * The words of a text as numbers: their hashes and where the next token is to be looked for, one step of the text
 * at a time. Punctuation and symbols are left out. Reads bytes instead of asking the string for each unit, which
 * takes a third of the time; whatever is not plain is left to `readToken`, so that both agree on what a word is.
 */
export class WordScan {
  /** By word of the step, after two of the step before. */
  readonly hashes = new Int32Array(STEP + 4);
  readonly nexts = new Int32Array(STEP + 4);
  count = 2;
  private text = '';
  private readonly encoder = new TextEncoder();
  private readonly bytes = new Uint8Array(STEP * 3 + 1);
  private readonly cursor = new TokenCursor(1);
  /** Byte at hand, and how many bytes were left when the step's bytes ended. */
  private at = 0;
  private size = 0;
  /** The unit of byte b is b + base, from the byte at hand to the next that is not ASCII. */
  private base = 0;
  /** All tokens before this offset have been read. */
  private done = 0;

  begin(text: string): void {
    this.text = text;
    this.done = 0;
    this.count = 2;
    this.hashes.fill(0, 0, 2);
    this.nexts.fill(0, 0, 2);
  }

  /** Reads the words of the step at `from`; gives where the next step starts, or the text's length. */
  step(from: number): number {
    const { text, hashes, nexts, count, bytes } = this;
    hashes.copyWithin(0, count - 2, count);
    nexts.copyWithin(0, count - 2, count);
    this.count = 2;
    const end = this.stepEnd(from);
    const source = from === 0 && end === text.length ? text : text.slice(from, end);
    this.size = this.encoder.encodeInto(source, bytes).written;
    if (end === text.length) bytes[this.size++] = SPACE;
    this.at = 0;
    this.base = from;
    const isOpen = this.scan() !== 0;
    if (isOpen) this.readTo(end - 1);
    return Math.max(end, this.done);
  }

  private stepEnd(from: number): number {
    const end = from + STEP;
    if (end >= this.text.length) return this.text.length;
    // No surrogate pair is cut in two.
    return (this.text.charCodeAt(end - 1) & 0xfc00) === 0xd800 ? end - 1 : end;
  }

  /** Gives the hash of the word that is still open at the end, or 0. */
  private scan(): number {
    let hash = this.scanPlain(0);
    while (this.at < this.size) {
      hash = this.readSpecial(hash);
      this.at += 1;
      hash = this.scanPlain(hash);
    }
    return hash;
  }

  /** Reads up to the next SPECIAL byte or the end. No call in here: it would take the loop's registers. */
  private scanPlain(open: number): number {
    const { bytes, hashes, nexts, size, base } = this;
    let { at, count } = this;
    let hash = open;
    for (; at < size; at += 1) {
      const gear = gears[bytes[at] as number] as number;
      if (gear > 0) {
        hash = (((hash << 1) + gear) & 0x7ffffff) | 0x8000000;
        continue;
      }
      if (gear < 0) break;
      if (hash === 0) continue;
      hashes[count] = hash;
      nexts[count] = at + base;
      count += 1;
      hash = 0;
    }
    this.at = at;
    this.count = count;
    return hash;
  }

  /** Reads the dot or the character beyond ASCII at hand, leaves its last byte at hand; gives the hash as it is then. */
  private readSpecial(hash: number): number {
    const { bytes, at } = this;
    const byte = bytes[at] ?? 0;
    if (byte === DOT) {
      return hash !== 0 && this.mayBeInitial(hash) ? this.readSlowly() : this.close(hash);
    }
    if (byte >= 0xf0) return this.readSlowly();
    const size = byte < 0xe0 ? 2 : 3;
    const low = (bytes[at + 1] ?? 0) & 0x3f;
    const unit =
      size === 2
        ? ((byte & 0x1f) << 6) | low
        : ((byte & 0xf) << 12) | (low << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
    const value = unitFolds[unit] || learnUnit(unit);
    if (value < WORD) return this.readNoLetter(unit, value, size, hash);
    this.skip(size);
    return hashUnit(hash, gearOf(value));
  }

  private readNoLetter(unit: number, value: number, size: number, hash: number): number {
    if (value === JOINT || value === SOLO) {
      this.close(hash);
    } else if (value === CHARACTER) {
      this.close(hash);
      this.push(hashUnit(0, gearOf(unit)), this.at + this.base + 1);
    } else if (value === MARK) {
      this.skip(size);
      return hash;
    } else if (value !== INVISIBLE || hash !== 0) {
      return this.readSlowly();
    }
    this.skip(size);
    return 0;
  }

  /** Whether a word of this hash may be one letter; asked at the dot after it. */
  private mayBeInitial(hash: number): boolean {
    const before = gears[this.bytes[this.at - 1] ?? 0] ?? SPECIAL;
    return before === SPECIAL || hash === hashUnit(0, before);
  }

  /** Leaves the last byte of a character of so many at hand. */
  private skip(size: number): void {
    this.at += size - 1;
    this.base -= size - 1;
  }

  private close(hash: number): number {
    if (hash !== 0) this.push(hash, this.at + this.base);
    return 0;
  }

  private push(hash: number, next: number): void {
    this.hashes[this.count] = hash;
    this.nexts[this.count] = next;
    this.count += 1;
  }

  /** Reads the tokens from the last one read to the one over the byte at hand, and moves behind it. */
  private readSlowly(): number {
    this.readTo(this.at + this.base);
    const { bytes } = this;
    while (this.at < this.size && this.at + this.base < this.done) {
      const byte = bytes[this.at] ?? 0;
      const size = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      this.at += size;
      this.base -= size < 4 ? size - 1 : 2;
    }
    this.at -= 1;
    return 0;
  }

  /** Reads tokens one by one until all that start at or before the offset are read. */
  private readTo(offset: number): void {
    const { text, cursor } = this;
    let from = Math.max(this.done, this.nexts[this.count - 1] ?? 0);
    while (from <= offset) {
      readToken(text, from, cursor);
      from = cursor.start < 0 ? text.length : cursor.next;
      if (cursor.start < 0) break;
      if (cursor.isWord) this.push(cursor.hash, cursor.next);
    }
    this.done = from;
  }
}
