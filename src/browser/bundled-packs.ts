import type { PackFace } from '../core/impersonation.ts';
import { createPackLookUp, type PackLookUp } from '../core/look-up.ts';
import type { Pack } from '../core/types.ts';
import { browser } from './api.ts';

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
  const included = readJson<readonly PackFace[]>('packs/included.json');
  const packs = [...(await loadPacks()).map(({ pack }) => pack), ...(await included)];
  return packs.map(({ id, title, publisher }) => ({ id, title, publisher }));
}

async function readPacks(): Promise<readonly PackLookUp[]> {
  const ids = await readJson<readonly string[]>('packs/packs.json');
  return Promise.all(ids.map(async (id) => createPackLookUp(await readJson<Pack>(`packs/${id}.json`))));
}

/** A file of the extension's own package; the build has checked it. */
async function readJson<T>(file: string): Promise<T> {
  const response = await fetch(browser.runtime.getURL(file));
  return (await response.json()) as T;
}
