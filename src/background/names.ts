import { packContents, packKeeper } from '../browser/added-packs.ts';
import { encodeBase64 } from '../browser/base64.ts';
import type { AddedPack } from '../core/added-packs.ts';
import { cutIndex } from '../core/cut-index.ts';
import type { Answers } from '../core/messages.ts';
import type { NameKeys } from '../core/name-keys.ts';

/** By content; a large one takes a tenth of a second to read, so it stays as long as the worker lives. */
const kept = new Map<string, Promise<NameKeys | undefined>>();

/** The indexes of a page's names in the added Packs that are on; nothing under another list than the page knows. */
export async function getNames(stamp: string, keys: readonly number[]): Promise<Answers['names.get']> {
  const list = await packKeeper.list();
  if (list.stamp !== stamp) return undefined;
  const on = list.packs.filter((pack) => pack.on);
  forgetAllBut(new Set(on.map(({ now }) => now.content)));
  const cut = await Promise.all(on.map((pack) => cutNames(pack, keys)));
  return cut.flatMap((one) => one ?? []);
}

async function cutNames({ id, now }: AddedPack, keys: readonly number[]) {
  const loading = kept.get(now.content) ?? loadNames(now.content);
  kept.set(now.content, loading);
  const names = await loading;
  const index = names && cutOrSkip(names, keys);
  return index && { pack: id, index: encodeBase64(index) };
}

/** A Pack whose kept names are damaged is as if it had none; the others work on. */
function cutOrSkip(names: NameKeys, keys: readonly number[]): Uint8Array | undefined {
  try {
    return cutIndex(names, keys);
  } catch {
    return undefined;
  }
}

async function loadNames(content: string): Promise<NameKeys | undefined> {
  try {
    return await packContents.findNames(content);
  } catch {
    kept.delete(content);
    return undefined;
  }
}

function forgetAllBut(contents: ReadonlySet<string>): void {
  for (const content of kept.keys()) if (!contents.has(content)) kept.delete(content);
}
