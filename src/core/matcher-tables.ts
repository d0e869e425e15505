/**
 * The tables of a matcher as bytes: a header of HEADER_WORDS, then the sections in the order of `MatcherTables`,
 * 32-bit little-endian. Loading makes views and reads nothing.
 *
 *  - `pairs`: two bits of one 32-bit word for each alias, by the hashes of its first two words; `alones` the same
 *    for each alias of a single word. Words of a text that are in neither start no match; of common pairs of
 *    words nearly none is in the first, and the second is short.
 *  - tokens: `slots` is an open hash table of `slotEntry`; the folded units of token t are those of `units` from
 *    tokenStarts[t] to tokenStarts[t + 1]. First come the `signs`, which are no words, then the words that start
 *    an alias or follow signs at its start, then the others.
 *  - a trie of tokens in breadth-first order: node n < firstTokens is token n at the start of an alias, if any
 *    starts so. The children of node n are the nodes from children[n] to children[n + 1], sorted by their token,
 *    `labels`.
 *  - `aliases`: by node, ordinal + 1 of the alias that ends there, or 0.
 *  - `wides`: pairs of node and gaps, by node: bit t allows a WIDE gap before the alias's token t.
 */
export interface MatcherTables {
  readonly pairs: Uint32Array;
  readonly alones: Uint32Array;
  readonly slots: Uint32Array;
  readonly tokenStarts: Uint32Array;
  readonly children: Uint32Array;
  readonly labels: Uint32Array;
  readonly aliases: Uint32Array;
  readonly wides: Uint32Array;
  readonly units: Uint8Array | Uint16Array;
  /** Number of tokens that have a node at the start. */
  readonly firstTokens: number;
  /** Number of tokens that are no words. */
  readonly signs: number;
}

/** An alias of more tokens is refused, so that the work at one place of a text is bounded. */
export const MAX_ALIAS_TOKENS = 24;
/** A token of more folded units is refused, for the same reason. */
export const MAX_TOKEN_UNITS = 64;

const MAGIC = 0x534c4d34;
const HEADER_WORDS = 13;

/** The bytes of the tables, the same for the same tables. */
export function encodeTables(tables: MatcherTables): Uint8Array {
  const { pairs, alones, slots, tokenStarts, children, labels, aliases, wides, units } = tables;
  const sections = [pairs, alones, slots, tokenStarts, children, labels, aliases, wides];
  const words = sections.reduce((sum, section) => sum + section.length, HEADER_WORDS);
  const bytes = new Uint8Array(words * 4 + units.byteLength);
  const all = new Uint32Array(bytes.buffer, 0, words);
  const sizes = sections.map((section) => section.length);
  all.set([MAGIC, tables.firstTokens, units.BYTES_PER_ELEMENT, units.length, ...sizes, tables.signs]);
  let at = HEADER_WORDS;
  for (const section of sections) {
    all.set(section, at);
    at += section.length;
  }
  bytes.set(new Uint8Array(units.buffer, units.byteOffset, units.byteLength), words * 4);
  return bytes;
}

/** Views on the bytes, which must not change afterwards; throws a RangeError if they are no tables. */
export function decodeTables(given: Uint8Array): MatcherTables {
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  const header = new Uint32Array(
    bytes.buffer,
    bytes.byteOffset,
    bytes.length < HEADER_WORDS * 4 ? 0 : HEADER_WORDS,
  );
  const sizeOf = (field: number) => header[field] ?? 0;
  const end = [4, 5, 6, 7, 8, 9, 10, 11].reduce((sum, field) => sum + sizeOf(field), HEADER_WORDS) * 4;
  if (sizeOf(0) !== MAGIC || end + sizeOf(3) * sizeOf(2) !== bytes.length) {
    throw new RangeError('these bytes are no matching tables of this version');
  }
  let at = bytes.byteOffset + HEADER_WORDS * 4;
  const section = (field: number) => {
    const view = new Uint32Array(bytes.buffer, at, sizeOf(field));
    at += view.byteLength;
    return view;
  };
  return {
    pairs: section(4),
    alones: section(5),
    slots: section(6),
    tokenStarts: section(7),
    children: section(8),
    labels: section(9),
    aliases: section(10),
    wides: section(11),
    units:
      sizeOf(2) === 1
        ? new Uint8Array(bytes.buffer, at, sizeOf(3))
        : new Uint16Array(bytes.buffer, at, sizeOf(3)),
    firstTokens: sizeOf(1),
    signs: sizeOf(12),
  };
}

/** No node of the trie, nor token. */
export const NO_NODE = -1;
// So many are gone through faster than halved.
const FEW_CHILDREN = 4;

/** The child of a node for a token, or NO_NODE. */
export function findChild({ children, labels }: MatcherTables, node: number, token: number): number {
  const to = children[node + 1] as number;
  let low = children[node] as number;
  for (let high = to; high - low > FEW_CHILDREN; ) {
    const middle = (low + high) >>> 1;
    if ((labels[middle] as number) < token) low = middle + 1;
    else high = middle + 1;
  }
  while (low < to && (labels[low] as number) < token) low += 1;
  return low < to && labels[low] === token ? low : NO_NODE;
}

/** What a hash of 28 bits is looked up by: its high bits say where to start in `slots`, the others are the tag. */
export function slotKey(hash: number): number {
  return Math.imul(hash, 0x9e3779b1);
}

/**
 * An entry of 2^bits `slots`, given 32 - bits: as much of the tag as there is room for, then one bit, DOUBLED if a
 * later entry has the same tag, then the token's id + 1 in as many bits as tell the slots apart.
 */
export function slotEntry(key: number, shift: number, id: number): number {
  return (key << (33 - shift)) | (id + 1);
}

/** The key of a word that is an alias alone. Its high bits choose the word of `alones`. */
export function aloneKey(hash: number): number {
  return Math.imul(hash, 0x85ebca6b);
}

/** The key of two words that follow each other, by their hashes. Its high bits choose the word of `pairs`. */
export function pairKey(before: number, hash: number): number {
  return nextKey(aloneKey(before), hash);
}

/** The same from the `aloneKey` of the first, which a row of words has at hand. */
export function nextKey(before: number, hash: number): number {
  return Math.imul(before ^ hash, 0x2c1b3c6d);
}

/** The two bits of a key in its word of a filter. */
export function filterBits(key: number): number {
  // Below the bits that choose the word, above the lowest: those of a product know little of its factors.
  return (1 << (key >>> 9)) | (1 << (key >>> 4));
}
