// Comes right before the page's code: the indexes of the bundled Packs, each read when it is asked for.

import { readScriptIndexInTurns } from '../core/script-index.ts';

/** Pack id and the JSON of its index; the build writes them in. */
declare const SCRIPT_INDEXES: readonly (readonly [string, string])[];

Reflect.set(
  globalThis,
  Symbol.for('sidelight.indexes'),
  SCRIPT_INDEXES.map(([pack, json]) => [pack, () => readScriptIndexInTurns(JSON.parse(json))]),
);
