import type { PackFace } from '../core/impersonation.ts';
import { createPackLookUp, type PackLookUp } from '../core/look-up.ts';
import type { Pack } from '../core/types.ts';
import { readPackaged } from './read-packaged.ts';

let loaded: Promise<readonly PackLookUp[]> | undefined;

/** The bundled Packs, switched off or not; kept while this page or worker lives. */
export function loadPacks(): Promise<readonly PackLookUp[]> {
  loaded ??= readPacks().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/** What bundled Packs are known by: none that is added may pass for one. */
export async function findBundledFaces(): Promise<readonly PackFace[]> {
  const included = readPackaged<readonly PackFace[]>('packs/included.json');
  const packs = [...(await loadPacks()).map(({ pack }) => pack), ...(await included)];
  return packs.map(({ id, title, publisher }) => ({ id, title, publisher }));
}

async function readPacks(): Promise<readonly PackLookUp[]> {
  const ids = await readPackaged<readonly string[]>('packs/packs.json');
  return Promise.all(ids.map(async (id) => createPackLookUp(await readPackaged<Pack>(`packs/${id}.json`))));
}
