import { packContents, packKeeper } from '../browser/added-packs.ts';
import { encodeBase64 } from '../browser/base64.ts';
import type { AddedPack } from '../core/added-packs.ts';
import { type CutIndex, createIndexCutter } from '../core/cut-index.ts';
import type { Answers } from '../core/messages.ts';

/** By content; a large one takes a tenth of a second to read, so it stays as long as the worker lives. */
const cutters = new Map<string, Promise<CutIndex | undefined>>();

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
  const cutter = cutters.get(now.content) ?? loadCutter(now.content);
  cutters.set(now.content, cutter);
  const index = (await cutter)?.(keys);
  return index && { pack: id, index: encodeBase64(index) };
}

/** A Pack whose kept names are damaged is as if it had none; the others work on. */
async function loadCutter(content: string): Promise<CutIndex | undefined> {
  try {
    const names = await packContents.findNames(content);
    return names && createIndexCutter(names);
  } catch {
    cutters.delete(content);
    return undefined;
  }
}

function forgetAllBut(contents: ReadonlySet<string>): void {
  for (const content of cutters.keys()) if (!contents.has(content)) cutters.delete(content);
}
