// Comes right before the page's code: the indexes of the bundled Packs, each read when it is asked for.

import { readScriptIndex, type ScriptIndex } from '../core/script-index.ts';

/** JSON of pairs of pack id and index; the build writes it in. */
declare const SCRIPT_INDEXES: string;

const indexes: readonly (readonly [string, ScriptIndex])[] = JSON.parse(SCRIPT_INDEXES);

Reflect.set(
  globalThis,
  Symbol.for('sidelight.indexes'),
  indexes.map(([pack, written]) => [pack, () => readScriptIndex(written)]),
);
