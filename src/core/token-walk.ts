import { BREAK, CLOSE, gapKind, WIDE } from './gap.ts';
import { MAX_TOKEN_UNITS, type MatcherTables, slotOf } from './matcher-tables.ts';
import type { Match } from './mention.ts';
import { readToken } from './read-token.ts';
import { TokenCursor } from './token-cursor.ts';

// A power of two above MAX_ALIAS_TOKENS.
const WINDOW = 32;
const NONE = -1;
const AN_ALIAS = -2;
// A shorter walk in vain costs no more than asking how to go on from it.
const MIN_SKIP = 4;

/**
 * Follows the trie through a text, token by token, from the places that the filter let through. The tokens last
 * read are kept, so that each is read and looked up once however many walks cross it. Places must not go back.
 */
export class TokenWalk {
  private readonly tables: MatcherTables;
  private readonly slotShift: number;
  private text = '';
  private readonly cursor = new TokenCursor(MAX_TOKEN_UNITS);
  /** The window: tokens number `head` to `tail`, each at its number modulo WINDOW. */
  private head = 0;
  private tail = 0;
  private readonly starts = new Int32Array(WINDOW);
  private readonly ends = new Int32Array(WINDOW);
  private readonly ids = new Int32Array(WINDOW);
  /** What stands before the token; bit by bit whether that is WIDE. */
  private readonly gaps = new Int32Array(WINDOW);
  private wides = 0;
  private readonly nexts = new Int32Array(WINDOW);
  private next = 0;
  /** How many tokens the last walk got along the trie, and to which node. */
  private reached = 0;
  private reachedNode = NONE;
  /** By node: see `skip`. How many tokens, and the node + 1 times WINDOW. */
  private readonly skips = new Map<number, number>();
  /** A walk that starts at this token stands at that node after so many tokens. */
  private resumeHead = NONE;
  private resumeNode = NONE;
  private resumeCount = 0;
  /** What `follow` found: the last token and the node of each. */
  private endCount = 0;
  private readonly endTokens = new Int32Array(WINDOW);
  private readonly endNodes = new Int32Array(WINDOW);
  /** Where to look for the first token after the match last given. */
  resume = 0;
  /** Every place before this offset has been tried. */
  tried = 0;

  constructor(tables: MatcherTables) {
    this.tables = tables;
    this.slotShift = 32 - Math.log2(tables.slots.length);
  }

  begin(text: string): void {
    this.text = text;
    this.head = 0;
    this.tail = 0;
    this.next = 0;
    this.tried = 0;
    this.resume = 0;
    this.resumeHead = NONE;
  }

  /** The longest match at the first token in [from, to) that starts one. A place once tried is not tried again. */
  findIn(from: number, to: number): Match | undefined {
    this.seek(Math.max(from, this.tried));
    this.tried = to;
    // A walk that is half done goes on beyond: nothing starts before it.
    while (this.isAt(this.head) && (this.startOf(this.head) < to || this.head === this.resumeHead)) {
      this.follow();
      if (this.endCount > 0) return this.matchOf(this.endCount - 1);
      this.head += this.reached < MIN_SKIP ? 1 : this.skip();
    }
    if (this.head < this.tail) this.tried = Math.max(to, this.startOf(this.head));
    return undefined;
  }

  /** Every match at the token that starts at `start`, longest first. */
  findAt(start: number): Match[] {
    this.seek(start);
    const found: Match[] = [];
    if (!this.isAt(this.head) || this.startOf(this.head) !== start) return found;
    this.follow();
    for (let end = this.endCount - 1; end >= 0; end -= 1) found.push(this.matchOf(end));
    return found;
  }

  /** Notes, shortest first, the number of tokens and the node of each alias that starts at the head. */
  private follow(): void {
    const { children, labels, aliases, firstTokens } = this.tables;
    const resumes = this.head === this.resumeHead;
    this.endCount = 0;
    this.reached = 0;
    let node = resumes ? this.resumeNode : (this.ids[this.head & (WINDOW - 1)] ?? NONE);
    if (!resumes && node >= firstTokens) return;
    const first = resumes ? this.resumeCount : 1;
    let wide = this.wideBefore(first);
    for (let count = first; node !== NONE; count += 1) {
      this.reached = count;
      this.reachedNode = node;
      if (aliases[node] !== 0 && this.allows(node, wide)) this.noteEnd(count, node);
      const from = children[node] ?? 0;
      const to = children[node + 1] ?? 0;
      if (from === to || !this.isAt(this.head + count)) return;
      const at = (this.head + count) & (WINDOW - 1);
      if (this.gaps[at] === BREAK) return;
      if (this.gaps[at] === WIDE) wide |= 1 << count;
      node = indexOf(labels, this.ids[at] ?? NONE, from, to);
    }
  }

  /** The WIDE gaps between the first so many tokens from the head. */
  private wideBefore(count: number): number {
    return ((this.wides >>> this.head) | (this.wides << -this.head)) & ((1 << count) - 2);
  }

  /**
   * After a walk of `reached` tokens in vain: how many tokens on the next walk starts that may get further, and
   * where in the trie it then stands (as in Knuth, Morris and Pratt). Known once for each node. 1 where an alias
   * lies within the tokens walked: then every place is tried.
   */
  private skip(): number {
    const count = this.reached;
    const known = this.skips.get(this.reachedNode) ?? this.learnSkip(count);
    const skip = known & (WINDOW - 1);
    if (known >= WINDOW) {
      this.resumeHead = this.head + skip;
      this.resumeCount = count - skip;
      this.resumeNode = Math.floor(known / WINDOW) - 1;
    }
    return skip;
  }

  private learnSkip(count: number): number {
    let skip = 1;
    let node = this.nodeOf(skip, count);
    while (node === NONE && ++skip < count) node = this.nodeOf(skip, count);
    const known = node === AN_ALIAS ? 1 : skip + (node + 1) * WINDOW;
    this.skips.set(this.reachedNode, known);
    return known;
  }

  /** The node of the tokens number `from` to `count` from the head; AN_ALIAS if an alias ends on the way there. */
  private nodeOf(from: number, count: number): number {
    const { children, labels, aliases, firstTokens } = this.tables;
    let node = this.ids[(this.head + from) & (WINDOW - 1)] ?? NONE;
    if (node >= firstTokens) return NONE;
    for (let token = from + 1; node !== NONE; token += 1) {
      if (aliases[node] !== 0) return AN_ALIAS;
      if (token === count) return node;
      const id = this.ids[(this.head + token) & (WINDOW - 1)] ?? NONE;
      node = indexOf(labels, id, children[node] ?? 0, children[node + 1] ?? 0);
    }
    return NONE;
  }

  private noteEnd(count: number, node: number): void {
    this.endTokens[this.endCount] = this.head + count - 1;
    this.endNodes[this.endCount] = node;
    this.endCount += 1;
  }

  private matchOf(end: number): Match {
    const last = (this.endTokens[end] ?? 0) & (WINDOW - 1);
    this.resume = this.nexts[last] ?? 0;
    const alias = (this.tables.aliases[this.endNodes[end] ?? 0] ?? 0) - 1;
    return { start: this.startOf(this.head), end: this.ends[last] ?? 0, alias };
  }

  private allows(node: number, wide: number): boolean {
    if (wide === 0) return true;
    const { wides } = this.tables;
    let low = 0;
    let high = wides.length / 2;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((wides[middle * 2] ?? 0) < node) low = middle + 1;
      else high = middle;
    }
    return wides[low * 2] === node && (wide & ~(wides[low * 2 + 1] ?? 0)) === 0;
  }

  private startOf(token: number): number {
    return this.starts[token & (WINDOW - 1)] ?? 0;
  }

  /** Lets the window begin with the first token at or after `from`. */
  private seek(from: number): void {
    while (this.head < this.tail && this.startOf(this.head) < from) this.head += 1;
    if (this.head === this.tail && this.next < from) this.next = from;
  }

  /** Whether the text has the token of that number; reads on as far as needed. */
  private isAt(token: number): boolean {
    while (this.tail <= token) if (!this.read()) return false;
    return true;
  }

  private read(): boolean {
    const { cursor, text } = this;
    readToken(text, this.next, cursor);
    if (cursor.start < 0) return false;
    const at = this.tail & (WINDOW - 1);
    const isFirst = this.head === this.tail;
    const before = this.ends[(this.tail - 1) & (WINDOW - 1)] ?? 0;
    const gap = isFirst ? CLOSE : gapKind(text, before, cursor.start);
    this.gaps[at] = gap;
    this.wides = gap === WIDE ? this.wides | (1 << at) : this.wides & ~(1 << at);
    this.starts[at] = cursor.start;
    this.ends[at] = cursor.end;
    this.nexts[at] = cursor.next;
    this.ids[at] = this.idOf(cursor);
    this.next = cursor.next;
    this.tail += 1;
    return true;
  }

  /** The id of the token, or NONE if no alias has it. */
  private idOf({ hash, length, units }: TokenCursor): number {
    const { slots, tokenStarts } = this.tables;
    if (length > MAX_TOKEN_UNITS) return NONE;
    for (let slot = slotOf(hash, this.slotShift); ; slot = (slot + 1) & (slots.length - 1)) {
      const id = (slots[slot] ?? 0) - 1;
      if (id < 0) return NONE;
      const start = tokenStarts[id] ?? 0;
      if ((tokenStarts[id + 1] ?? 0) - start === length && this.isUnits(start, units, length)) return id;
    }
  }

  private isUnits(start: number, units: Uint16Array, length: number): boolean {
    const all = this.tables.units;
    for (let at = 0; at < length; at += 1) if (all[start + at] !== units[at]) return false;
    return true;
  }
}

/** The index in [from, to) of a value in the sorted list, or NONE. */
function indexOf(sorted: Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low < to && sorted[low] === value ? low : NONE;
}
