/** Bits a key: wide for packs of a usual size, narrow where each bit is carried into every page. */
const WIDE_BITS = 32;
const NARROW_BITS = 16;
const MOST_WIDE_KEYS = 20_000;
/** Bits set by each key: one in 1,000 unknown keys passes a narrow filter, one in 40,000 a wide one. */
const PROBES = 6;

/** Keys of names that may be known: never wrong about a known one, seldom about another. */
export interface NameFilter {
  has(key: number): boolean;
}

/** The bytes of a filter (Bloom's) of these keys, the same for the same set; empty for none. */
export function buildNameFilter(keys: Int32Array): Uint8Array {
  const bitsEach = keys.length > MOST_WIDE_KEYS ? NARROW_BITS : WIDE_BITS;
  const bytes = new Uint8Array(Math.ceil((keys.length * bitsEach) / 8));
  const scale = scaleOf(bytes);
  for (const key of keys) {
    for (let probe = 0, hash = key; probe < PROBES; probe += 1, hash = next(hash)) {
      const bit = Math.trunc((hash >>> 0) * scale);
      bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return bytes;
}

/** A filter over its bytes, which are used as they are: nothing is built when a page loads. */
export function createNameFilter(bytes: Uint8Array): NameFilter {
  const scale = scaleOf(bytes);
  return {
    has(key) {
      if (scale === 0) return false;
      for (let probe = 0, hash = key; probe < PROBES; probe += 1, hash = next(hash)) {
        const bit = Math.trunc((hash >>> 0) * scale);
        if (((bytes[bit >>> 3] as number) & (1 << (bit & 7))) === 0) return false;
      }
      return true;
    },
  };
}

/** A filter that knows what one of the two does. */
export function eitherFilter(one: NameFilter, other: NameFilter): NameFilter {
  return { has: (key) => one.has(key) || other.has(key) };
}

/** From a number of 32 bits to a place: a product, since a remainder takes ten times as long on a cold page. */
function scaleOf(bytes: Uint8Array): number {
  return (bytes.length * 8) / 2 ** 32;
}

/** Mixes anew for each probe. */
function next(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) ^ (mixed >>> 17);
}

/** The bytes of a filter over both: keys of names that may mean a Term, and of those that only stand beside one. */
export interface NameFilters {
  readonly telling: Uint8Array;
  readonly other: Uint8Array;
}

/** Both filters over the names of several Packs. */
export function buildNameFilters(
  packs: readonly { readonly keys: Int32Array; readonly telling: Uint8Array }[],
): NameFilters {
  return { telling: buildNameFilter(gather(packs, 1)), other: buildNameFilter(gather(packs, 0)) };
}

/** Plain loops over numbers: this runs in a page of ours while the reader waits. */
function gather(
  packs: readonly { readonly keys: Int32Array; readonly telling: Uint8Array }[],
  wanted: 0 | 1,
): Int32Array {
  const gathered = new Int32Array(packs.reduce((sum, { keys }) => sum + keys.length, 0));
  let size = 0;
  for (const { keys, telling } of packs) {
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] ?? 0;
      // Names that begin alike stand side by side; one of them is enough.
      if (telling[at] === wanted && (size === 0 || gathered[size - 1] !== key)) gathered[size++] = key;
    }
  }
  return gathered.subarray(0, size);
}
