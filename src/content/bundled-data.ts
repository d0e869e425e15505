import { decodeBase64 } from '../browser/base64.ts';
import { createFirstLook, createKeyLook, type FirstLook } from '../core/first-look.ts';
import type { PlainWords } from '../core/plain-look.ts';

/** Pack id and what a script of the build left for it on the global of this isolated world. */
type Left<Data> = readonly (readonly [string, Data])[];

/** `FirstLookTables`, with the keys in base64. */
interface LeftLook extends PlainWords {
  readonly keys: string;
}

const firstLooks = Symbol.for('sidelight.first-looks');
const secondLooks = Symbol.for('sidelight.second-looks');

/** The first looks of the bundled Packs that are switched on. */
export function loadFirstLooks(packsOff: readonly string[]): readonly FirstLook[] {
  return take<LeftLook>(firstLooks, packsOff).map((left) =>
    createFirstLook(left, () => decodeBase64(left.keys)),
  );
}

/** One look for all of their names, and for the words that tell which is meant. */
export function loadWholeLook(packsOff: readonly string[]): FirstLook {
  const names = take<LeftLook>(firstLooks, packsOff).map(({ keys }) => keys);
  return createKeyLook([...names, ...take<string>(secondLooks, packsOff)].map(decodeBase64));
}

function take<Data>(name: symbol, packsOff: readonly string[]): readonly Data[] {
  const left = (Reflect.get(globalThis, name) ?? []) as Left<Data>;
  return left.filter(([pack]) => !packsOff.includes(pack)).map(([, data]) => data);
}
