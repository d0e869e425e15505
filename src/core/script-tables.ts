import { createFilter } from './build-filter.ts';
import { buildSlots } from './build-slots.ts';
import { readyGears } from './byte-gears.ts';
import { finish, type InTurns } from './in-turns.ts';
import { aloneKey, type MatcherTables, pairKey } from './matcher-tables.ts';
import { gearOf } from './token-cursor.ts';

/**
 * The tables of a matcher as text for a script, a sixth of their bytes. A number is one character, ZERO and up, which
 * UTF-8 writes in one byte below 92 and in two below 2,000. What follows from the rest is not in it. Every loop here
 * runs once on a page, before any engine has warmed to it: few steps count for more than few bytes.
 */
export interface ScriptTables {
  /** How many there are of what the texts do not tell the number of. */
  readonly sizes: readonly [
    tokens: number,
    firsts: number,
    units: number,
    bytesAUnit: number,
    pairWords: number,
    aloneWords: number,
    wides: number,
    signs: number,
  ];
  /**
   * In the order of their ids, each as a capital and its units. The capital tells how many units it shares with the
   * token before it, which come first; ESCAPE goes before a unit that is a capital itself.
   */
  readonly tokens: string;
  /** By node: twice the number of its children, and 1 if an alias ends there. */
  readonly nodes: string;
  /** Of all nodes but the first of each path: the step from the sibling before, less one. */
  readonly labels: string;
  /** The ordinals of the aliases by node. */
  readonly aliases: string;
  /** Steps from node to node, less one, each with twelve bits of its gaps from bit 1 on, then those above. */
  readonly wides: string;
}

/** The character that stands for 0. */
export const ZERO = 0x23;
/** A token tells of at most so many units that it shares. */
export const MOST_SHARED = 24;
/** The character of a token that shares no unit with the one before. */
export const NONE_SHARED = 0x41;
/** What comes before a unit that is not written as itself. */
export const ESCAPE = 0x5a;

/** The tables that were written; throws a RangeError where the text is not as it was written. */
export function readScriptTables(written: ScriptTables): MatcherTables {
  return finish(readScriptTablesInTurns(written));
}

/** The same, in turns of a few milliseconds where nothing has warmed up. */
export function* readScriptTablesInTurns(written: ScriptTables): InTurns<MatcherTables> {
  const { sizes, nodes, labels: steps } = written;
  const [count, firstTokens, , , pairWords, aloneWords, , signs] = sizes;
  const { hashes, ...tokens } = readTokens(written);
  yield;
  const children = readChildren(nodes, firstTokens);
  const labels = readLabels(steps, firstTokens, children, count);
  yield;
  const words = hashes.slice();
  words.fill(0, 0, signs);
  const filters = findFilters(children, labels, words, nodes, [pairWords, aloneWords]);
  yield;
  return {
    ...filters,
    slots: buildSlots(hashes),
    ...tokens,
    children,
    labels,
    aliases: readAliases(written),
    wides: readWides(written),
    firstTokens,
    signs,
  };
}

/** What reading throws where a text is not as it was written. */
export function damaged(): RangeError {
  return new RangeError('the script index is damaged');
}

function readTokens({ tokens: text, sizes: [count, , size, bytes] }: ScriptTables) {
  const units = bytes === 1 ? new Uint8Array(size) : new Uint16Array(size);
  const tokenStarts = new Uint32Array(count + 1);
  const hashes = new Int32Array(count);
  /** By unit of the token at hand: the hash up to there. */
  const known = new Int32Array(0x80);
  const gears = readyGears();
  let hash = 0;
  let id = -1;
  let start = 0;
  let to = 0;
  for (let at = 0; at < text.length; at += 1) {
    let unit = text.charCodeAt(at);
    if (unit >= NONE_SHARED && unit < ESCAPE) {
      if (id >= 0) hashes[id] = hash;
      const shared = unit - NONE_SHARED;
      hash = known[shared] as number;
      for (let from = start; from < start + shared; from += 1) units[to++] = units[from] ?? 0;
      id += 1;
      start = to - shared;
      tokenStarts[id] = start;
      continue;
    }
    if (unit === ESCAPE) unit = text.charCodeAt(++at);
    units[to++] = unit;
    // Without a call for what is plain.
    const gear = unit < 0x80 ? (gears[unit] as number) : 0;
    hash = (((hash << 1) + (gear > 0 ? gear : gearOf(unit))) & 0x7ffffff) | 0x8000000;
    known[to - start] = hash;
  }
  hashes[id] = hash;
  tokenStarts[count] = to;
  if (id !== count - 1 || to !== size) throw damaged();
  return { units, tokenStarts, hashes };
}

function readChildren(nodes: string, firstTokens: number): Uint32Array {
  const children = new Uint32Array(nodes.length + 1);
  let next = firstTokens;
  for (let node = 0; node < nodes.length; node += 1) {
    if (next <= node) throw damaged();
    children[node] = next;
    next += (nodes.charCodeAt(node) - ZERO) >>> 1;
  }
  children[nodes.length] = next;
  if (next !== nodes.length) throw damaged();
  return children;
}

function readLabels(steps: string, firstTokens: number, children: Uint32Array, count: number): Uint32Array {
  const labels = new Uint32Array(children.length - 1);
  for (let node = 0; node < firstTokens; node += 1) labels[node] = node;
  let at = 0;
  for (let node = 0, child = firstTokens; node < labels.length; node += 1) {
    const to = children[node + 1] ?? 0;
    for (let label = -1; child < to; child += 1) {
      label += steps.charCodeAt(at++) - ZERO + 1;
      labels[child] = label;
      if (!(label >= 0 && label < count)) throw damaged();
    }
  }
  if (at !== steps.length) throw damaged();
  return labels;
}

function readAliases({ nodes, aliases: ordinals }: ScriptTables): Uint32Array {
  const aliases = new Uint32Array(nodes.length);
  let at = 0;
  for (let node = 0; node < nodes.length; node += 1) {
    if (((nodes.charCodeAt(node) - ZERO) & 1) === 1) aliases[node] = ordinals.charCodeAt(at++) - ZERO + 1;
  }
  if (at !== ordinals.length) throw damaged();
  return aliases;
}

function readWides({ wides: text, nodes, sizes }: ScriptTables): Uint32Array {
  const wides = new Uint32Array(sizes[6] * 2);
  let node = -1;
  for (let at = 0, to = 0; at < text.length; at += 3) {
    node += text.charCodeAt(at) - ZERO + 1;
    wides[to++] = node;
    wides[to++] = ((text.charCodeAt(at + 1) - ZERO) << 1) | ((text.charCodeAt(at + 2) - ZERO) << 13);
  }
  if (text.length !== sizes[6] * 3 || node >= nodes.length) throw damaged();
  return wides;
}

/** No word on the way to a node yet. */
const NO_WORD = -1;

/** Goes through the trie with the first word on the way to each node, as far as to the second. */
function findFilters(
  children: Uint32Array,
  labels: Uint32Array,
  words: Int32Array,
  nodes: string,
  [pairWords, aloneWords]: readonly [number, number],
) {
  const pairs = createFilter(pairWords);
  const alones = createFilter(aloneWords);
  /** 0 where nothing more is to be found. */
  const before = new Int32Array(labels.length);
  for (let node = 0, firsts = children[0] ?? 0; node < firsts; node += 1)
    before[node] = words[node] || NO_WORD;
  for (let node = 0; node < labels.length; node += 1) {
    const first = before[node] ?? 0;
    if (first === 0) continue;
    if (((nodes.charCodeAt(node) - ZERO) & 1) === 1) alones.add(aloneKey(first));
    const to = children[node + 1] ?? 0;
    for (let child = children[node] ?? 0; child < to; child += 1) {
      const word = words[labels[child] ?? 0] ?? 0;
      if (word === 0) before[child] = first;
      else if (first === NO_WORD) before[child] = word;
      else pairs.add(pairKey(first, word));
    }
  }
  return { pairs: pairs.words, alones: alones.words };
}
