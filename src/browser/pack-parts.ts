import type { AddedPack } from '../core/added-packs.ts';
import { createPackLookUp, type PackLookUp } from '../core/look-up.ts';
import type { Pack, TermId, TermKey } from '../core/types.ts';
import { packContents, packKeeper } from './added-packs.ts';
import { loadPacks } from './bundled-packs.ts';

/** The bundled Packs, and of the added ones that are on as much as cards of these Terms are drawn from. */
export async function loadPacksFor(keys: readonly TermKey[]): Promise<readonly PackLookUp[]> {
  const [bundled, { packs }] = await Promise.all([loadPacks(), packKeeper.list()]);
  const parts = packs.filter(({ on }) => on).map((pack) => findPart(pack, keys));
  const found = (await Promise.all(parts)).flatMap((part) => part ?? []);
  return [...bundled, ...found.map(createPackLookUp)];
}

/** The bundled Packs and all of the added ones that are on. */
export async function loadWholePacks(): Promise<readonly PackLookUp[]> {
  const [bundled, { packs }] = await Promise.all([loadPacks(), packKeeper.list()]);
  const whole = packs
    .filter(({ on }) => on)
    .map(({ now }) => readOrSkip(packContents.findWhole(now.content)));
  const found = (await Promise.all(whole)).flatMap((pack) => pack ?? []);
  return [...bundled, ...found.map(createPackLookUp)];
}

async function findPart({ id, now }: AddedPack, keys: readonly TermKey[]): Promise<Pack | undefined> {
  const own = keys.filter((key) => key.startsWith(`${id}/`));
  if (own.length === 0) return undefined;
  const ids = own.map((key) => key.slice(id.length + 1) as TermId);
  const first = await readOrSkip(packContents.findPart(now.content, ids));
  const related = first?.terms.flatMap((term) => term.related) ?? [];
  if (related.length === 0) return first;
  return readOrSkip(packContents.findPart(now.content, [...ids, ...related]));
}

/** A Pack whose contents cannot be read is left out; the others are as they were. */
async function readOrSkip(reading: Promise<Pack | undefined>): Promise<Pack | undefined> {
  try {
    return await reading;
  } catch {
    return undefined;
  }
}
