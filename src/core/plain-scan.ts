import { readyGears } from './byte-gears.ts';
import { keepWeakly } from './keep-weakly.ts';
import { MAX_ALIAS_TOKENS } from './matcher-tables.ts';

/** Units a step: short enough for the nearest cache. */
export const STEP = 8192;
/** How many words of the steps before stand before those of a step: as many as an alias has, and two. */
export const KEPT_WORDS = MAX_ALIAS_TOKENS + 2;
/** What ends a word most often. */
export const SPACE = 0x20;
// Third byte after 0xf0 0x9f: all characters from U+1F000 to U+1FAFF are symbols, so none is part of a word.
const EMOJI_END = 0xac;

/** By unit of two bytes in UTF-8: the gear of a letter that some text has brought, 0 for all else. */
export const letterGears = new Int32Array(0x800);

/** What a step needs room for. */
interface Room {
  readonly hashes: Int32Array;
  readonly nexts: Int32Array;
  readonly bytes: Uint8Array;
}

const NO_ROOM: Room = { hashes: new Int32Array(0), nexts: new Int32Array(0), bytes: new Uint8Array(0) };

/** 90 KB, which is more than a page at rest should hold. */
const findRoom = keepWeakly((): Room => {
  const words = STEP + KEPT_WORDS + 2;
  const hashes = new Int32Array(words);
  return { hashes, nexts: new Int32Array(words), bytes: new Uint8Array(STEP * 3 + 1) };
});

/** The bytes of a step, the words found in them, and the two loops that read nearly all of them. */
export class PlainScan {
  /** By word of the step, from KEPT_WORDS on: its hash, and where the next token is to be looked for. */
  hashes = NO_ROOM.hashes;
  nexts = NO_ROOM.nexts;
  count = KEPT_WORDS;
  protected bytes = NO_ROOM.bytes;
  protected readonly gears = readyGears();
  /** Byte at hand, and how many bytes were left when the step's bytes ended. */
  protected at = 0;
  protected size = 0;
  /** The unit of byte b is b + base, from the byte at hand to the next that is not ASCII. */
  protected base = 0;

  /** For a text: all scans share one room, since each reads its text to the end before another begins. */
  protected takeRoom(): void {
    ({ hashes: this.hashes, nexts: this.nexts, bytes: this.bytes } = findRoom());
  }

  protected leaveRoom(): void {
    ({ hashes: this.hashes, nexts: this.nexts, bytes: this.bytes } = NO_ROOM);
  }

  /** Reads up to the next SPECIAL byte or the end. No call in here: it would take the loop's registers. */
  protected scanPlain(open: number): number {
    const { bytes, hashes, nexts, size, base, gears } = this;
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

  /**
   * Reads the row of known letters of two bytes and of emoji at hand, with spaces between. No call in here either.
   * Gives the hash that is open then.
   */
  protected scanLetters(open: number): number {
    const { bytes, hashes, nexts, size } = this;
    const gears = letterGears;
    let { at, count, base } = this;
    let hash = open;
    while (at < size) {
      const byte = bytes[at] as number;
      const next = bytes[at + 1] as number;
      const gear = (byte & 0xe0) === 0xc0 ? (gears[((byte & 0x1f) << 6) | (next & 0x3f)] as number) : 0;
      if (gear !== 0) {
        hash = (((hash << 1) + gear) & 0x7ffffff) | 0x8000000;
        at += 2;
        base -= 1;
        continue;
      }
      const isEmoji = byte === 0xf0 && next === 0x9f && (bytes[at + 2] as number) < EMOJI_END;
      if (byte !== SPACE && !isEmoji) break;
      if (hash !== 0) {
        hashes[count] = hash;
        nexts[count] = at + base;
        count += 1;
        hash = 0;
      }
      at += isEmoji ? 4 : 1;
      if (isEmoji) base -= 2;
    }
    this.at = at;
    this.base = base;
    this.count = count;
    return hash;
  }

  /** Moves behind a character of so many bytes. */
  protected skip(size: number): void {
    this.at += size;
    this.base -= size < 4 ? size - 1 : 2;
  }

  /** Notes a word; gives the hash of none. */
  protected push(hash: number, next: number): number {
    this.hashes[this.count] = hash;
    this.nexts[this.count] = next;
    this.count += 1;
    return 0;
  }
}
