import { type AddedPack, describeOrigin } from '../core/added-packs.ts';
import type { TermId, TermKey } from '../core/ids.ts';
import { addressKey } from '../core/landing.ts';
import { createPackLookUp, type PackLookUp } from '../core/look-up.ts';
import type { Pack } from '../core/types.ts';
import { packContents, packKeeper } from './added-packs.ts';
import { loadPacks } from './bundled-packs.ts';

/** The bundled Packs, and of the added ones that are on as much as cards of these Terms are drawn from. */
export function loadPacksFor(keys: readonly TermKey[]): Promise<readonly PackLookUp[]> {
  return loadWith((pack) => findPart(pack, keys));
}

/** The bundled Packs and all of the added ones that are on. */
export function loadWholePacks(): Promise<readonly PackLookUp[]> {
  return loadWith(({ now }) => packContents.findWhole(now.content));
}

/** The bundled Packs, and all of those added ones that are on and have at most so many Terms. */
export function loadPacksUpTo(mostTerms: number): Promise<readonly PackLookUp[]> {
  return loadWith(async ({ now }) =>
    now.terms > mostTerms ? undefined : packContents.findWhole(now.content),
  );
}

/** The bundled Packs, and without their Terms those added ones that are on and have a Source at this address. */
export function loadPacksWithSource(address: string): Promise<readonly PackLookUp[]> {
  const key = addressKey(address);
  return loadWith(async ({ now }) => {
    if (key === undefined || !(await findAddresses(now.content)).has(key)) return undefined;
    return packContents.findPart(now.content, []);
  });
}

/** By content, as long as this worker lives: it is asked about every page that has a Mention. */
const addresses = new Map<string, ReadonlySet<string>>();

async function findAddresses(content: string): Promise<ReadonlySet<string>> {
  const known = addresses.get(content);
  if (known) return known;
  const found = await packContents.findAddresses(content);
  if (found) addresses.set(content, new Set(found));
  return new Set(found);
}

type ReadAdded = (pack: AddedPack) => Promise<Pack | undefined>;

/** An added Pack whose contents cannot be read is left out; the others are as they were. */
async function loadWith(read: ReadAdded): Promise<readonly PackLookUp[]> {
  const [bundled, { packs }] = await Promise.all([loadPacks(), packKeeper.list()]);
  const on = packs.filter((pack) => pack.on);
  const found = await Promise.all(on.map((pack) => read(pack).catch(() => undefined)));
  const added = found.flatMap((pack, at): PackLookUp[] => {
    const origin = on[at]?.origin;
    const from = origin && describeOrigin(origin);
    return pack ? [{ ...createPackLookUp(pack), ...(from !== undefined && { from }) }] : [];
  });
  return [...bundled, ...added];
}

async function findPart({ id, now }: AddedPack, keys: readonly TermKey[]): Promise<Pack | undefined> {
  const own = keys.filter((key) => key.startsWith(`${id}/`));
  if (own.length === 0) return undefined;
  const ids = own.map((key) => key.slice(id.length + 1) as TermId);
  const first = await packContents.findPart(now.content, ids);
  const related = first?.terms.flatMap((term) => term.related) ?? [];
  return related.length === 0 ? first : packContents.findPart(now.content, [...ids, ...related]);
}
