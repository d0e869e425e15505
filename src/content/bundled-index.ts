import { createFirstLook, type FirstLook } from '../core/first-look.ts';
import { decodeIndex } from '../core/index-bytes.ts';
import type { MentionIndex } from '../core/mention-index.ts';

/** Pack id and base64, as a script of the build leaves them on the global of this isolated world. */
type Left = readonly (readonly [string, string])[];

/** The first looks of the bundled Packs that are switched on. */
export function loadFirstLooks(packsOff: readonly string[]): readonly FirstLook[] {
  return takeBytes('sidelight.first-looks', packsOff).map(createFirstLook);
}

/** Their indexes; there once the page's code has been brought. */
export function loadIndexes(packsOff: readonly string[]): readonly MentionIndex[] {
  return takeBytes('sidelight.indexes', packsOff).map(decodeIndex);
}

function takeBytes(name: string, packsOff: readonly string[]): readonly Uint8Array[] {
  const left = (Reflect.get(globalThis, Symbol.for(name)) ?? []) as Left;
  return left.filter(([pack]) => !packsOff.includes(pack)).map(([, base64]) => bytesOf(base64));
}

function bytesOf(base64: string): Uint8Array {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  // A plain loop: `Uint8Array.from` with a callback takes ten times as long, and this runs in every page.
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
