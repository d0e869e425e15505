// Comes right before the page's code: the indexes of the bundled Packs, each read when it is asked for.

import { readScriptIndex, type ScriptIndex } from '../core/script-index.ts';

/** Pack id and index; the build writes them in. */
declare const SCRIPT_INDEXES: readonly (readonly [string, ScriptIndex])[];

Reflect.set(
  globalThis,
  Symbol.for('sidelight.indexes'),
  SCRIPT_INDEXES.map(([pack, written]) => [pack, () => readScriptIndex(written)]),
);
