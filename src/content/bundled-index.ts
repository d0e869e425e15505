import { createMentionFinder, decodeIndex, type MentionFinder } from '../core/mentions.ts';

const INDEXES = Symbol.for('sidelight.indexes');

/** Pack id and base64 of its index, as `content/index.js` leaves them in this isolated world. */
type Indexes = readonly (readonly [string, string])[];

/** The finder for the bundled Packs that are switched on. */
export function loadFinder(packsOff: readonly string[]): MentionFinder {
  const indexes = ((globalThis as Record<symbol, unknown>)[INDEXES] ?? []) as Indexes;
  const on = indexes.filter(([pack]) => !packsOff.includes(pack));
  return createMentionFinder(on.map(([, base64]) => decodeIndex(bytesOf(base64))));
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
