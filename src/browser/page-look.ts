import { isEmptyList, type PackList } from '../core/added-packs.ts';
import { buildNameFilters } from '../core/name-filter.ts';
import { encodeBase64 } from './base64.ts';
import type { PackContentsStore } from './pack-contents.ts';
import { type AddedLook, decodeLook } from './page-api.ts';

/** Where pages read what they are looked through with. Content scripts may write there, so nothing else is read from it. */
export interface PageLookStore {
  read(): Promise<unknown>;
  /** `undefined` takes it out. */
  write(look: AddedLook | undefined): Promise<void>;
}

/** What pages are looked through with. Packs that are switched off, or whose contents are gone, cost them nothing. */
export async function makeLook(
  { stamp, packs }: PackList,
  contents: Pick<PackContentsStore, 'findKeys'>,
): Promise<AddedLook> {
  const on = packs.filter((pack) => pack.on);
  const keys = await Promise.all(on.map(({ now }) => contents.findKeys(now.content)));
  const { telling, other } = buildNameFilters(keys.filter((one) => one !== undefined));
  const look = decodeLook({ stamp, telling: encodeBase64(telling), other: encodeBase64(other) });
  if (!look) throw new RangeError('more names than pages can be looked through for');
  return look;
}

interface LookParts {
  readonly contents: Pick<PackContentsStore, 'findKeys'>;
  readonly look: PageLookStore;
  /** The copy that was kept with the list. */
  readonly kept: () => Promise<unknown>;
}

/** Puts right what pages have: it may be of the list before, where a change broke off, or forged. */
export async function mendLook(now: PackList, { contents, look, kept }: LookParts): Promise<void> {
  const given = await look.read();
  if (isEmptyList(now)) {
    if (given !== undefined) await look.write(undefined);
    return;
  }
  const copy = decodeLook(await kept());
  const right = copy?.stamp === now.stamp ? copy : await makeLook(now, contents);
  if (!isSameLook(decodeLook(given), right)) await look.write(right);
}

function isSameLook(one: AddedLook | undefined, other: AddedLook): boolean {
  return one?.stamp === other.stamp && one.telling === other.telling && one.other === other.other;
}
