import { decodeIndex } from '../core/index-bytes.ts';
import { loadMatcher } from '../core/matcher.ts';
import type { MentionIndex } from '../core/mention-index.ts';
import type { Match } from '../core/types.ts';

const INDEXES = Symbol.for('sidelight.indexes');

/** Pack id and base64 of its index, as `content/index.js` leaves them in this isolated world. */
type Indexes = readonly (readonly [string, string])[];

/** The indexes of the bundled Packs that are switched on. */
export function loadIndexes(packsOff: readonly string[]): readonly MentionIndex[] {
  const indexes = (Reflect.get(globalThis, INDEXES) ?? []) as Indexes;
  return indexes
    .filter(([pack]) => !packsOff.includes(pack))
    .map(([, base64]) => decodeIndex(bytesOf(base64)));
}

/** Finds where an alias of some Term stands, whatever it may mean there. */
export function createCandidateFinder(indexes: readonly MentionIndex[]): (text: string) => readonly Match[] {
  const finders = indexes.map((index) => ({ index, matcher: loadMatcher(index.matcher) }));
  return (text) =>
    finders.flatMap(({ index, matcher }) =>
      matcher
        .findAll(text)
        .filter(({ alias }) => index.sensesOf(alias).some(({ term }) => term !== undefined)),
    );
}

function bytesOf(base64: string): Uint8Array {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  // A plain loop: `Uint8Array.from` with a callback takes ten times as long, and this runs in every page.
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
