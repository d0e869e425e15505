import { decodeTables, type MatcherTables } from './matcher-tables.ts';

/** The aliases of a matcher as text again: folded, with a dash where they were written with one. */
export interface AliasTree {
  /** One more than the highest ordinal. */
  readonly count: number;
  /** Undefined for an ordinal that stands for no alias of its own. */
  textOf(alias: number): string | undefined;
}

/** Reads the tables the other way round. Throws a RangeError where they do not fit together. */
export function readAliasTree(matcher: Uint8Array): AliasTree {
  const tables = decodeTables(matcher);
  const { children, labels, aliases, units, tokenStarts } = tables;
  const size = aliases.length;
  const parents = new Int32Array(size).fill(-1);
  let count = 0;
  for (let node = 0; node < size; node += 1) {
    const [from, to] = [children[node] ?? 0, children[node + 1] ?? 0];
    const token = labels[node] ?? 0;
    if (to < from || to > size || (from < to && from <= node)) throw new RangeError('the names form no tree');
    if ((tokenStarts[token + 1] ?? units.length + 1) > units.length)
      throw new RangeError('a name has no words');
    parents.fill(node, from, to);
    count = Math.max(count, aliases[node] ?? 0);
  }
  if (count > MOST_ALIASES) throw new RangeError('an alias has a number beyond all bounds');
  const nodes = new Int32Array(count).fill(-1);
  for (let node = 0; node < size; node += 1) {
    const alias = aliases[node] ?? 0;
    if (alias > 0) nodes[alias - 1] = node;
  }
  const wides = readWides(tables);
  return { count, textOf: (alias) => textAt(nodes[alias] ?? -1, tables, parents, wides) };
}

/** A number for an alias above this is no count of anything. */
const MOST_ALIASES = 4_000_000;

function textAt(
  last: number,
  tables: MatcherTables,
  parents: Int32Array,
  wides: ReadonlyMap<number, number>,
): string | undefined {
  if (last < 0) return undefined;
  const tokens: string[] = [];
  for (let node = last; node >= 0; node = parents[node] ?? -1) tokens.unshift(tokenAt(node, tables));
  const wide = wides.get(last) ?? 0;
  return tokens.reduce((text, token, at) => `${text}${wide & (1 << at) ? '-' : ' '}${token}`);
}

function tokenAt(node: number, { labels, tokenStarts, units }: MatcherTables): string {
  const token = labels[node] ?? 0;
  return String.fromCharCode(...units.subarray(tokenStarts[token] ?? 0, tokenStarts[token + 1] ?? 0));
}

function readWides({ wides }: MatcherTables): ReadonlyMap<number, number> {
  const read = new Map<number, number>();
  for (let at = 0; at < wides.length; at += 2) read.set(wides[at] ?? 0, wides[at + 1] ?? 0);
  return read;
}
