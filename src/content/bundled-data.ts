import { decodeBase64 } from '../browser/base64.ts';
import { createFirstLook, type FirstLook } from '../core/first-look.ts';

/** Pack id and what a script of the build left for it on the global of this isolated world. */
type Left<Data> = readonly (readonly [string, Data])[];

const firstLooks = Symbol.for('sidelight.first-looks');
const indexes = Symbol.for('sidelight.indexes');

/** The first looks of the bundled Packs that are switched on. */
export function loadFirstLooks(packsOff: readonly string[]): readonly FirstLook[] {
  return take<string>(firstLooks, packsOff).map((base64) => createFirstLook(decodeBase64(base64)));
}

/** The JSON of their indexes, once: 100 KB that are not kept, since they come anew whenever the page's code does. */
export function loadIndexes(packsOff: readonly string[]): readonly string[] {
  const left = take<string>(indexes, packsOff);
  Reflect.deleteProperty(globalThis, indexes);
  return left;
}

function take<Data>(name: symbol, packsOff: readonly string[]): readonly Data[] {
  const left = (Reflect.get(globalThis, name) ?? []) as Left<Data>;
  return left.filter(([pack]) => !packsOff.includes(pack)).map(([, data]) => data);
}
