import type { PackFinder } from '../core/decide-passages.ts';
import { createMentionFinder } from '../core/mentions.ts';
import { readScriptIndex } from '../core/script-index.ts';
import { readPackaged } from './read-packaged.ts';

let loaded: Promise<readonly PackFinder[]> | undefined;

/** The finders of the bundled Packs, switched off or not; kept while this worker lives. */
export function loadFinders(): Promise<readonly PackFinder[]> {
  loaded ??= readFinders().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function readFinders(): Promise<readonly PackFinder[]> {
  const ids = await readPackaged<readonly string[]>('packs/packs.json');
  return Promise.all(
    ids.map(async (id) => {
      const index = readScriptIndex(await readPackaged(`packs/${id}.index.json`));
      return { id, finder: createMentionFinder(index) };
    }),
  );
}
