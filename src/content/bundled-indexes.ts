// Comes before the code that decides what is a Mention: the indexes of the bundled Packs, as texts that it reads.

/** Pack id and the JSON of its index; the build writes them in. */
declare const SCRIPT_INDEXES: readonly (readonly [string, string])[];

Reflect.set(globalThis, Symbol.for('sidelight.indexes'), SCRIPT_INDEXES);
