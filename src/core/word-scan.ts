import {
  codeAt,
  DOT,
  hashAll,
  isHard,
  isLetterByte,
  isLong,
  isLongBefore,
  sizeAt,
  unitAt,
} from './byte-gears.ts';
import {
  CHARACTER,
  COMPLEX,
  foldCodePoint,
  INVISIBLE,
  isOtherDot,
  learnUnit,
  MARK,
  UNKNOWN,
  unitFolds,
  WORD,
} from './fold-unit.ts';
import { KEPT_WORDS, letterGears, PlainScan, SPACE, STEP } from './plain-scan.ts';
import { readToken } from './read-token.ts';
import { gearOf, hashUnit, TokenCursor } from './token-cursor.ts';

// Of the language's runtime everywhere, though not of its standard library.
declare const TextEncoder: new () => {
  encodeInto(source: string, target: Uint8Array): { read: number; written: number };
};

/**
 * The words of a text as numbers: their hashes and where the next token is to be looked for, one step of the text
 * at a time. Punctuation and symbols are left out. Reads bytes instead of asking the string for each unit, which
 * takes a third of the time; whatever is not plain is left to `readToken`, so that both agree on what a word is.
 */
export class WordScan extends PlainScan {
  private text = '';
  readonly #encoder = new TextEncoder();
  private readonly cursor = new TokenCursor(1);
  /** All tokens before this offset have been read. */
  #done = 0;

  /** To be called with an empty text at the end. */
  begin(text: string): void {
    this.text = text;
    this.#done = 0;
    this.count = KEPT_WORDS;
    if (text === '') this.leaveRoom();
    else this.takeRoom();
    this.hashes.fill(0, 0, KEPT_WORDS);
    this.nexts.fill(0, 0, KEPT_WORDS);
  }

  /** Reads the words of the step at `from`; gives where the next step starts, or the text's length. */
  step(from: number): number {
    const { text, hashes, nexts, count, bytes } = this;
    hashes.copyWithin(0, count - KEPT_WORDS, count);
    nexts.copyWithin(0, count - KEPT_WORDS, count);
    this.count = KEPT_WORDS;
    const end = stepEnd(text, from + STEP);
    const source = from === 0 && end === text.length ? text : text.slice(from, end);
    this.size = this.#encoder.encodeInto(source, bytes).written;
    if (end === text.length) bytes[this.size++] = SPACE;
    this.at = 0;
    this.base = from;
    if (this.#scan() !== 0) this.#readTo(end - 1);
    return Math.max(end, this.#done);
  }

  /** Gives the hash of the word that is still open at the end, or 0. */
  #scan(): number {
    let hash = this.scanPlain(0);
    while (this.at < this.size) {
      hash = this.#readSpecial(hash);
      hash = this.scanPlain(hash);
    }
    return hash;
  }

  #readSpecial(hash: number): number {
    const { bytes, at } = this;
    if (bytes[at] !== DOT) return this.#readWide(hash);
    if (hash !== 0 && !isLongBefore(bytes, at)) return this.#readDot(hash);
    this.at = at + 1;
    return hash === 0 ? 0 : this.push(hash, at + this.base);
  }

  #readWide(open: number): number {
    const hash = this.scanLetters(open);
    return (this.bytes[this.at] as number) < 0x80 || this.at === this.size ? hash : this.#scanWide(hash);
  }

  /** Reads the row of characters beyond ASCII at hand, with single spaces between. */
  #scanWide(open: number): number {
    const { bytes, hashes, nexts, size } = this;
    const folds = unitFolds;
    let { at, count, base } = this;
    let hash = open;
    while (at < size) {
      const byte = bytes[at] as number;
      if (byte < 0x80 && (byte !== SPACE || (bytes[at + 1] as number) < 0x80)) break;
      const more = byte < 0x80 ? 0 : byte < 0xe0 ? 1 : 2;
      const unit = unitAt(bytes, at, more);
      const value = byte < 0xf0 ? (folds[unit] ?? UNKNOWN) : COMPLEX;
      if (value < WORD && value !== CHARACTER && isHard(value, hash, bytes[at + more + 1] as number)) break;
      at += more + 1;
      base -= more;
      if (value >= WORD) {
        hash = hashUnit(hash, gearOf(value));
        // From here on it is known.
        if (more === 1) letterGears[unit] = gearOf(value);
        continue;
      }
      if (value === MARK || value === INVISIBLE) continue;
      if (hash !== 0) {
        hashes[count] = hash;
        nexts[count] = at + base - 1;
        count += 1;
        hash = 0;
      }
      if (value !== CHARACTER) continue;
      hashes[count] = hashUnit(0, gearOf(unit));
      nexts[count] = at + base;
      count += 1;
    }
    this.at = at;
    this.base = base;
    this.count = count;
    return at < size && (bytes[at] as number) >= 0x80 ? this.#readHard(hash) : hash;
  }

  /** Reads the hard character at hand; gives the hash as it is then. */
  #readHard(hash: number): number {
    const { bytes, at } = this;
    const size = sizeAt(bytes[at] as number);
    const code = codeAt(bytes, at, size);
    if (size < 4) learnUnit(code);
    const { kind, units } = foldCodePoint(code);
    if (hash !== 0 && (kind === INVISIBLE || isOtherDot(code))) return this.#readSlowly();
    const isInWord = kind === WORD || kind === MARK;
    if (!isInWord && hash !== 0) this.push(hash, at + this.base);
    this.skip(size);
    if (kind === CHARACTER) return this.push(hashAll(0, units), this.at + this.base);
    return isInWord ? hashAll(hash, units) : 0;
  }

  /** A dot after a lone letter may be an initial's, or go on as U.S. does. */
  #readDot(hash: number): number {
    const { bytes, at } = this;
    const before = bytes[at - 1] as number;
    const isLone = isLetterByte(before) && hash === hashUnit(0, this.gears[before] as number);
    if (before < 0x80 ? !isLone : isLong(bytes, at, hash)) {
      this.at = at + 1;
      return this.push(hash, at + this.base);
    }
    // A word of several letters may have the hash of one.
    if (before >= 0x80 || (at > 1 && this.gears[bytes[at - 2] as number] !== 0)) return this.#readSlowly();
    return this.#readAcronym(hash);
  }

  #readAcronym(letter: number): number {
    const { bytes, size } = this;
    let acronym = letter;
    let at = this.at + 1;
    for (; at + 1 < size && isLetterByte(bytes[at] as number); at += 2) {
      const after = bytes[at + 1] as number;
      if ((this.gears[after] as number) > 0) break;
      if (after >= 0x80) return this.#readSlowly();
      acronym = hashUnit(acronym, this.gears[bytes[at] as number] as number);
      if (after === DOT) continue;
      at += 1;
      break;
    }
    if (at + 1 >= size || (bytes[at] as number) >= 0x80) return this.#readSlowly();
    this.at = at;
    return this.push(acronym, at + this.base);
  }

  /** Reads the tokens from the last one read to the one over the byte at hand, and moves behind it. */
  #readSlowly(): number {
    this.#readTo(this.at + this.base);
    const { bytes, size } = this;
    while (this.at < size && this.at + this.base < this.#done) this.skip(sizeAt(bytes[this.at] as number));
    return 0;
  }

  /** Reads tokens one by one until all that start at or before the offset are read. */
  #readTo(offset: number): void {
    const { text, cursor } = this;
    let from = Math.max(this.#done, this.nexts[this.count - 1] ?? 0);
    while (from <= offset) {
      readToken(text, from, cursor);
      from = cursor.start < 0 ? text.length : cursor.next;
      if (cursor.start < 0) break;
      if (cursor.isWord) this.push(cursor.hash, cursor.next);
    }
    this.#done = from;
  }
}

function stepEnd(text: string, end: number): number {
  if (end >= text.length) return text.length;
  // No surrogate pair is cut in two.
  return (text.charCodeAt(end - 1) & 0xfc00) === 0xd800 ? end - 1 : end;
}
