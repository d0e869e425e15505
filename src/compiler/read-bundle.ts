import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The packs of `data/` that Sidelight comes with, by id. */
export interface Bundle {
  /** In use from the start: part of what every page is looked through with. */
  readonly on: readonly string[];
  /** Shipped as pack files that a reader may add; no page pays for them until then. */
  readonly off: readonly string[];
  /** The term of a pack that is on whose card the welcome page shows, beside the words of `welcome_sentence`. */
  readonly example: string;
}

/** Reads `bundle.json` of a folder of packs; throws an Error where it and the folders do not agree. */
export async function readBundle(dir: string): Promise<Bundle> {
  const file = join(dir, 'bundle.json');
  const { on, off, example }: Bundle = JSON.parse(await readFile(file, 'utf8'));
  const listed = [...on, ...off];
  const folders = (await readdir(dir)).filter((name) => existsSync(join(dir, name, 'pack.yaml')));
  const missing = listed.find((id) => !folders.includes(id));
  if (missing !== undefined)
    throw new Error(`${file} lists "${missing}", and there is no such pack beside it`);
  const unlisted = folders.find((id) => !listed.includes(id));
  if (unlisted !== undefined) throw new Error(`${file} does not say whether "${unlisted}" is on or off`);
  return { on, off, example };
}
