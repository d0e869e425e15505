import { findChild, MAX_ALIAS_TOKENS, type MatcherTables, NO_NODE, slotKey } from './matcher-tables.ts';

/** Of a token whose tag in the slots is another's too. */
const DOUBLED = -2;
/** A mark: below the starts, then LEAF and LED, above them how many words of its way may go on. */
const DEPTH_SHIFT = MAX_ALIAS_TOKENS + 2;
const LED = 1 << (MAX_ALIAS_TOKENS + 1);
const LEAF = 1 << MAX_ALIAS_TOKENS;
const STARTS = (1 << MAX_ALIAS_TOKENS) - 1;
// A power of two above MAX_ALIAS_TOKENS.
const WINDOW = 32;

/**
 * Follows the trie from word to word by their hashes alone, from every word at once (as Aho and Corasick do). Tells
 * where an alias may start, and leaves out no place where one does. It sees no gaps and no signs: a place from which
 * an alias goes on with a sign may always be one, and so may those from which a hash stands for two tokens.
 */
export class HashWalk {
  /** Bit n: an alias may start n words before the word last read. Whoever asked the text there clears the bit. */
  starts = 0;
  /** Of how many words the longest way along the trie is that the word last read is on and that may go on. */
  depth = 0;
  /** Of the alias that `findAlias` found: number of its words, and the token of each. */
  size = 0;
  readonly path = new Int32Array(WINDOW);
  #node = NO_NODE;
  readonly #tables: MatcherTables;
  readonly #slots: Uint32Array;
  readonly #shift: number;
  /** By node: 1 + that of the longest way which is the end of its own and goes on, or 0. */
  #fails = new Int32Array(0);
  /** By node: `starts` where its way ends, LEAF if none goes on, LED if it has signs or may. 0 until first reached. */
  #marks = new Int32Array(0);
  /** By node: 1 + the token it was last left by, and where to. What repeats is not sought again. */
  #asked = new Int32Array(0);
  #answers = new Int32Array(0);
  /** Tokens of the words last read, each at its number modulo WINDOW. */
  readonly #ids = new Int32Array(WINDOW);
  /** Marks of the ways that ended with these words. */
  readonly #ends = new Int32Array(WINDOW);
  #last = 0;
  /** The node of the last word, if it is a leaf. */
  #leaf = NO_NODE;

  constructor(tables: MatcherTables) {
    this.#tables = tables;
    this.#slots = tables.slots;
    this.#shift = Math.clz32(tables.slots.length) + 1;
  }

  /**
   * Reads the words from `from` on, two at least, until the text is to be asked, or not more than one word is on its
   * way, or there are no more. Gives the number of the word after the last that was read.
   */
  readOn(hashes: Int32Array, from: number, count: number): number {
    if (this.#marks.length === 0) this.#prepare();
    const ids = this.#ids;
    const ends = this.#ends;
    let { starts, depth } = this;
    let node = this.#node;
    let last = this.#last;
    let word = from;
    do {
      const id = this.#idOf(hashes[word] as number);
      word += 1;
      last += 1;
      ids[last & (WINDOW - 1)] = id;
      node = this.#next(node, id);
      // A word that may be two tokens may end every alias on its way, and be one.
      const none = id === DOUBLED ? (2 << depth) - 1 : 0;
      const mark = node === NO_NODE ? none : (this.#marks[node] as number);
      ends[last & (WINDOW - 1)] = mark;
      depth = mark >>> DEPTH_SHIFT;
      starts = (starts << 1) | (mark & STARTS);
      if ((mark & LEAF) === 0) continue;
      this.#leaf = node;
      node = (this.#fails[node] as number) - 1;
    } while (word < count && (word === from + 1 || (starts >>> depth === 0 && (depth > 1 || starts !== 0))));
    this.#node = node;
    this.starts = starts;
    this.depth = depth;
    this.#last = last;
    return word;
  }

  /** Where a node goes by a token, or the longest way that is the end of its own; NO_NODE where none does. */
  #next(node: number, id: number): number {
    if (id < 0) return NO_NODE;
    if (node === NO_NODE) return this.#start(id);
    if (this.#asked[node] === id + 1) return this.#answers[node] as number;
    const to = this.#seek(node, id);
    this.#asked[node] = id + 1;
    this.#answers[node] = to;
    return to;
  }

  #seek(node: number, id: number): number {
    const tables = this.#tables;
    for (let from = node; from !== NO_NODE; from = (this.#fails[from] as number) - 1) {
      const child = findChild(tables, from, id);
      if (child === NO_NODE) continue;
      if (this.#marks[child] === 0) this.#learn(child, from, id);
      return child;
    }
    return this.#start(id);
  }

  #start(id: number): number {
    const first = this.#firstOf(id);
    if (first !== NO_NODE && this.#marks[first] === 0) this.#learn(first, NO_NODE, id);
    return first;
  }

  /** Says that no word comes after the last. */
  end(): void {
    this.#node = NO_NODE;
    this.depth = 0;
  }

  /** Forgets all but the last so many words. */
  cut(words: number): void {
    this.starts &= (1 << words) - 1;
    while (this.depth > words) {
      this.#node = (this.#fails[this.#node] as number) - 1;
      this.depth = this.#node === NO_NODE ? 0 : (this.#marks[this.#node] as number) >>> DEPTH_SHIFT;
    }
  }

  /**
   * The node of the longest alias that may start so many words before the word last read, if all ways from there
   * have come to an end; NO_NODE where the text is to be asked which one it is, and where it starts.
   */
  findAlias(back: number): number {
    const ids = this.#ids;
    const tables = this.#tables;
    const last = this.#last;
    const end = this.#ends[last & (WINDOW - 1)] as number;
    if ((end & (LEAF | LED)) === LEAF && (end & STARTS) >>> back === 1) return this.#leafAlias(back);
    let id = ids[(last - back) & (WINDOW - 1)] as number;
    let found = NO_NODE;
    let node = id >= 0 && id < tables.firstTokens ? id : NO_NODE;
    if (node === NO_NODE || ((this.#marks[node] as number) & LED) !== 0) return NO_NODE;
    const most = this.#lastEnd(back);
    for (let words = 0; node !== NO_NODE; words += 1) {
      if (this.#meetsSign(node)) return NO_NODE;
      this.path[words] = id;
      if (tables.aliases[node] !== 0) {
        found = node;
        this.size = words + 1;
      }
      if (words === most) break;
      id = ids[(last - back + words + 1) & (WINDOW - 1)] as number;
      if (id === DOUBLED) return NO_NODE;
      node = id < 0 ? NO_NODE : findChild(tables, node, id);
    }
    return found;
  }

  #leafAlias(back: number): number {
    const first = this.#last - back;
    for (let at = 0; at <= back; at += 1) this.path[at] = this.#ids[(first + at) & (WINDOW - 1)] as number;
    this.size = back + 1;
    return this.#leaf;
  }

  /** After how many words at most an alias ends that starts so many before the word last read, less one. */
  #lastEnd(back: number): number {
    const ends = this.#ends;
    const last = this.#last;
    let words = back;
    while (words > 0 && (((ends[(last - back + words) & (WINDOW - 1)] as number) >>> words) & 1) === 0)
      words -= 1;
    return words;
  }

  /** To be called before the first word is read; the tables that grow with use are not made for less. */
  #prepare(): void {
    const nodes = this.#tables.labels.length;
    this.#fails = new Int32Array(nodes + 1);
    this.#marks = new Int32Array(nodes + 1);
    this.#asked = new Int32Array(nodes + 1);
    this.#answers = new Int32Array(nodes + 1);
    for (let sign = 0; sign < this.#tables.signs; sign += 1) this.#leadFrom(sign);
  }

  /** Marks the words that come first after signs at the start of an alias: it starts before them. */
  #leadFrom(node: number): void {
    const { children, labels, signs } = this.#tables;
    const to = children[node + 1] as number;
    for (let child = children[node] as number; child < to; child += 1) {
      const id = labels[child] as number;
      if (id < signs) this.#leadFrom(child);
      else this.#marks[id] = (1 << DEPTH_SHIFT) | LED | 1;
    }
  }

  /** The mark of a node that is first reached, from its parent by that token. */
  #learn(node: number, parent: number, id: number): number {
    const fails = this.#fails;
    const marks = this.#marks;
    const { children, aliases } = this.#tables;
    const before = parent === NO_NODE ? 0 : (marks[parent] as number);
    const depth = (before >>> DEPTH_SHIFT) + 1;
    const fail = parent === NO_NODE ? 0 : this.#failOf(parent, id);
    const mark = fail === 0 ? 0 : (marks[fail - 1] as number);
    const leaf = children[node] === children[node + 1] ? LEAF : 0;
    const sign = this.#meetsSign(node) ? LED : 0;
    const own = aliases[node] !== 0 || sign !== 0 ? 1 << (depth - 1) : 0;
    fails[node] = (mark & LEAF) === 0 ? fail : (fails[fail - 1] as number);
    const goesOn = leaf === 0 ? depth : mark >>> DEPTH_SHIFT;
    marks[node] = (goesOn << DEPTH_SHIFT) | sign | (before & LED) | leaf | own | (mark & STARTS);
    return marks[node];
  }

  /** 1 + the node of the longest way that is the end of the one which goes on from the parent by that token, or 0. */
  #failOf(parent: number, id: number): number {
    const fails = this.#fails;
    const tables = this.#tables;
    let from = (fails[parent] as number) - 1;
    while (from !== NO_NODE && findChild(tables, from, id) === NO_NODE) from = (fails[from] as number) - 1;
    const fail = from === NO_NODE ? this.#firstOf(id) : findChild(tables, from, id);
    if (fail !== NO_NODE && this.#marks[fail] === 0) this.#learn(fail, from, id);
    return fail + 1;
  }

  #firstOf(id: number): number {
    return id < this.#tables.firstTokens ? id : NO_NODE;
  }

  /** Whether an alias goes on with a sign from here. */
  #meetsSign(node: number): boolean {
    const { children, labels, signs } = this.#tables;
    const first = children[node] as number;
    return signs > 0 && first < (children[node + 1] as number) && (labels[first] as number) < signs;
  }

  /** The token of that hash, by its tag alone: NO_NODE if surely no alias has it, DOUBLED if several may be meant. */
  #idOf(hash: number): number {
    const slots = this.#slots;
    const above = 33 - this.#shift;
    const last = slots.length - 1;
    const key = slotKey(hash);
    for (let slot = key >>> this.#shift; ; slot = (slot + 1) & last) {
      const entry = slots[slot] as number;
      if (entry === 0) return NO_NODE;
      if (entry >>> above !== (key << above) >>> above) continue;
      return (entry & slots.length) === 0 ? (entry & last) - 1 : DOUBLED;
    }
  }
}
