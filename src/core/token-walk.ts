import { BREAK, CLOSE, gapKind, WIDE } from './gap.ts';
import { findChild, MAX_TOKEN_UNITS, type MatcherTables, NO_NODE, slotKey } from './matcher-tables.ts';
import type { Match } from './mention.ts';
import { readToken } from './read-token.ts';
import { TokenCursor } from './token-cursor.ts';

// A power of two above MAX_ALIAS_TOKENS.
const WINDOW = 32;
const NO_TOKEN = -1;

/**
 * Follows the trie through a text, token by token, from the places where an alias may start. The tokens last read
 * are kept, so that each is read and looked up once however many walks cross it. Places must not go back.
 */
export class TokenWalk {
  readonly #tables: MatcherTables;
  readonly #slotShift: number;
  #text = '';
  readonly #cursor = new TokenCursor(MAX_TOKEN_UNITS);
  /** The window: tokens number `head` to `tail`, each at its number modulo WINDOW. */
  #head = 0;
  #tail = 0;
  readonly #starts = new Int32Array(WINDOW);
  readonly #ends = new Int32Array(WINDOW);
  readonly #nexts = new Int32Array(WINDOW);
  readonly #ids = new Int32Array(WINDOW);
  /** What stands before the token. */
  readonly #gaps = new Int32Array(WINDOW);
  /** Where to read on. */
  #next = 0;
  /** Where to look for the first token after the match last given. */
  resume = 0;
  /** Every place before this offset has been tried. */
  tried = 0;

  constructor(tables: MatcherTables) {
    this.#tables = tables;
    this.#slotShift = Math.clz32(tables.slots.length) + 1;
  }

  begin(text: string): void {
    this.#text = text;
    this.#head = 0;
    this.#tail = 0;
    this.#next = 0;
    this.tried = 0;
    this.resume = 0;
  }

  /** The longest match at the first token in [from, to) that starts one. A place once tried is not tried again. */
  findIn(from: number, to: number): Match | undefined {
    this.#seek(Math.max(from, this.tried));
    this.tried = to;
    for (; this.#isAt(this.#head) && this.#start() < to; this.#head += 1) {
      const [longest] = this.#follow();
      if (longest) return longest;
    }
    return undefined;
  }

  /** Every match at the token that starts at `start`, longest first. */
  findAt(start: number): Match[] {
    this.#seek(start);
    return this.#isAt(this.#head) && this.#start() === start ? this.#follow() : [];
  }

  /** Every match that starts at the head, longest first. */
  #follow(): Match[] {
    const head = this.#head;
    const tables = this.#tables;
    const ids = this.#ids;
    const { children, aliases, firstTokens } = tables;
    const found: Match[] = [];
    const first = ids[head & (WINDOW - 1)] as number;
    let node = first < firstTokens ? first : NO_NODE;
    let at = head & (WINDOW - 1);
    let wide = 0;
    for (let count = 1; node !== NO_NODE; count += 1) {
      const alias = (aliases[node] as number) - 1;
      if (alias >= 0 && this.#allows(node, wide)) {
        found.unshift({ start: this.#start(), end: this.#ends[at] as number, alias });
        this.resume = this.#nexts[at] as number;
      }
      if (children[node] === children[node + 1] || !this.#isAt(head + count)) break;
      at = (head + count) & (WINDOW - 1);
      if (this.#gaps[at] === BREAK) break;
      if (this.#gaps[at] === WIDE) wide |= 1 << count;
      node = findChild(tables, node, ids[at] as number);
    }
    return found;
  }

  #allows(node: number, wide: number): boolean {
    if (wide === 0) return true;
    const { wides } = this.#tables;
    let low = 0;
    let high = wides.length / 2;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((wides[middle * 2] as number) < node) low = middle + 1;
      else high = middle;
    }
    return wides[low * 2] === node && (wide & ~(wides[low * 2 + 1] as number)) === 0;
  }

  /** Where the head starts. */
  #start(): number {
    return this.#starts[this.#head & (WINDOW - 1)] as number;
  }

  /** Lets the window begin with the first token at or after `from`. */
  #seek(from: number): void {
    while (this.#head < this.#tail && this.#start() < from) this.#head += 1;
    if (this.#head === this.#tail && this.#next < from) this.#next = from;
  }

  /** Whether the text has the token of that number; reads on as far as needed. */
  #isAt(token: number): boolean {
    while (this.#tail <= token) if (!this.#read()) return false;
    return true;
  }

  #read(): boolean {
    const cursor = this.#cursor;
    const text = this.#text;
    const tail = this.#tail;
    readToken(text, this.#next, cursor);
    if (cursor.start < 0) return false;
    const at = tail & (WINDOW - 1);
    const before = this.#ends[(tail - 1) & (WINDOW - 1)] as number;
    this.#gaps[at] = this.#head === tail ? CLOSE : gapKind(text, before, cursor.start);
    this.#starts[at] = cursor.start;
    this.#ends[at] = cursor.end;
    this.#nexts[at] = cursor.next;
    this.#ids[at] = this.#idOf(cursor);
    this.#next = cursor.next;
    this.#tail += 1;
    return true;
  }

  /** The id of the token, or NO_TOKEN if no alias has it. */
  #idOf({ hash, length, units }: TokenCursor): number {
    const { slots, tokenStarts } = this.#tables;
    if (length > MAX_TOKEN_UNITS) return NO_TOKEN;
    for (let slot = slotKey(hash) >>> this.#slotShift; ; slot = (slot + 1) & (slots.length - 1)) {
      const id = ((slots[slot] as number) & (slots.length - 1)) - 1;
      if (id < 0) return NO_TOKEN;
      const start = tokenStarts[id] as number;
      if ((tokenStarts[id + 1] as number) - start === length && this.#isUnits(start, units, length))
        return id;
    }
  }

  #isUnits(start: number, units: Uint16Array, length: number): boolean {
    const all = this.#tables.units;
    for (let at = 0; at < length; at += 1) if (all[start + at] !== units[at]) return false;
    return true;
  }
}
