import { decodeBase64 } from '../browser/base64.ts';
import { createFirstLook, type FirstLook } from '../core/first-look.ts';
import type { InTurns } from '../core/in-turns.ts';
import type { MentionIndex } from '../core/mention-index.ts';
import type { Turn } from './turn.ts';

/** Pack id and what a script of the build left for it on the global of this isolated world. */
type Left<Data> = readonly (readonly [string, Data])[];

/** The first looks of the bundled Packs that are switched on. */
export function loadFirstLooks(packsOff: readonly string[]): readonly FirstLook[] {
  return take<string>('sidelight.first-looks', packsOff).map((base64) =>
    createFirstLook(decodeBase64(base64)),
  );
}

/** Their indexes, read in turns of the page; there once the page's code has been brought. */
export async function readIndexes(packsOff: readonly string[], turn: Turn): Promise<readonly MentionIndex[]> {
  const indexes: MentionIndex[] = [];
  for (const read of take<() => InTurns<MentionIndex>>('sidelight.indexes', packsOff))
    indexes.push(await turn.finish(read()));
  turn.pause();
  return indexes;
}

function take<Data>(name: string, packsOff: readonly string[]): readonly Data[] {
  const left = (Reflect.get(globalThis, Symbol.for(name)) ?? []) as Left<Data>;
  return left.filter(([pack]) => !packsOff.includes(pack)).map(([, data]) => data);
}
