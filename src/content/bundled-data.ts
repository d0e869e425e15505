import { decodeBase64 } from '../browser/base64.ts';
import { createFirstLook, type FirstLook } from '../core/first-look.ts';

/** Pack id and what a script of the build left for it on the global of this isolated world. */
type Left<Data> = readonly (readonly [string, Data])[];

/** The first looks of the bundled Packs that are switched on. */
export function loadFirstLooks(packsOff: readonly string[]): readonly FirstLook[] {
  return take<string>('sidelight.first-looks', packsOff).map((base64) =>
    createFirstLook(decodeBase64(base64)),
  );
}

/** The JSON of their indexes; there once the page's code has been brought. */
export function loadIndexes(packsOff: readonly string[]): readonly string[] {
  return take<string>('sidelight.indexes', packsOff);
}

function take<Data>(name: string, packsOff: readonly string[]): readonly Data[] {
  const left = (Reflect.get(globalThis, Symbol.for(name)) ?? []) as Left<Data>;
  return left.filter(([pack]) => !packsOff.includes(pack)).map(([, data]) => data);
}
