import { decodeBase64 } from '../browser/base64.ts';
import { createFirstLook, type FirstLook } from '../core/first-look.ts';

/** Pack id and the base64 that a script of the build left for it on the global of this isolated world. */
type Left = readonly (readonly [string, string])[];

const firstLooks = Symbol.for('sidelight.first-looks');
const secondLooks = Symbol.for('sidelight.second-looks');

/** The first looks of the bundled Packs that are switched on. */
export function loadFirstLooks(packsOff: readonly string[]): readonly FirstLook[] {
  return take(firstLooks, packsOff).map((bytes) => createFirstLook(bytes));
}

/** One look for all of their names, and for the words that tell which is meant. */
export function loadWholeLook(packsOff: readonly string[]): FirstLook {
  return createFirstLook(...take(firstLooks, packsOff), ...take(secondLooks, packsOff));
}

function take(name: symbol, packsOff: readonly string[]): readonly Uint8Array[] {
  const left = (Reflect.get(globalThis, name) ?? []) as Left;
  return left.filter(([pack]) => !packsOff.includes(pack)).map(([, base64]) => decodeBase64(base64));
}
