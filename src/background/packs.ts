import { browser } from '../browser/api.ts';
import type { Pack } from '../core/types.ts';

let loaded: Promise<readonly Pack[]> | undefined;

/** The bundled Packs; kept while the worker lives, read again after it was stopped. */
export function loadPacks(): Promise<readonly Pack[]> {
  loaded ??= readPacks().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function readPacks(): Promise<readonly Pack[]> {
  const ids = await readJson<readonly string[]>('packs/packs.json');
  return Promise.all(ids.map((id) => readJson<Pack>(`packs/${id}.json`)));
}

/** A file of the extension's own package; the build has checked it. */
async function readJson<T>(file: string): Promise<T> {
  const response = await fetch(browser.runtime.getURL(file));
  return (await response.json()) as T;
}
