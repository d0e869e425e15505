import { readAliasTree } from './alias-tree.ts';
import { firstLookKey } from './first-look.ts';
import { decodeIndex } from './index-bytes.ts';

/** The names of an added Pack as they are kept: its index, and its aliases by the key of their first words. */
export interface NameKeys {
  readonly index: Uint8Array;
  /** Ascending, one an alias. */
  readonly keys: Int32Array;
  /** The alias of each key. */
  readonly aliases: Uint32Array;
  /** By place: 1 where the alias may mean a Term, 0 where it only stands beside one. */
  readonly telling: Uint8Array;
}

/** Sorts the names of an index, once, when a Pack is added. Throws a RangeError for bytes that are no index. */
export function readNameKeys(index: Uint8Array): NameKeys {
  const { matcher, sensesOf } = decodeIndex(index);
  const tree = readAliasTree(matcher);
  const pairs = new Float64Array(tree.count);
  let size = 0;
  for (let alias = 0; alias < tree.count; alias += 1) {
    const text = tree.textOf(alias);
    // Key and alias in one number, so that sorting needs no comparison of ours.
    if (text !== undefined) pairs[size++] = firstLookKey(text) * ALIASES + alias;
  }
  const sorted = pairs.subarray(0, size).sort();
  const aliases = Uint32Array.from(sorted, (pair) => pair - Math.floor(pair / ALIASES) * ALIASES);
  const isTelling = (alias: number) =>
    sensesOf(alias).some(({ term, rule }) => term !== undefined || rule?.spells !== undefined);
  return {
    index,
    keys: Int32Array.from(sorted, (pair) => Math.floor(pair / ALIASES)),
    aliases,
    telling: Uint8Array.from(aliases, (alias) => Number(isTelling(alias))),
  };
}

/** More than any Pack has, and small enough for a double to hold a key beside it. */
const ALIASES = 2 ** 22;

/** The place of the first alias with this key, or of the next higher key. */
export function findKey(keys: Int32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
