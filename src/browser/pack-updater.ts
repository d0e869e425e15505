import type { AddedPack, Subscription } from '../core/added-packs.ts';
import { compareVersions } from '../core/compare-versions.ts';
import type { PackFace } from '../core/impersonation.ts';
import type { FetchedPack, FetchPackOptions } from './fetch-pack.ts';
import type { PackContentsStore } from './pack-contents.ts';
import type { PackKeeper } from './pack-keeper.ts';
import { type PackFault, type PreparedPack, preparePack } from './prepare-pack.ts';

/** What looking for a later version needs. */
export interface UpdaterParts {
  readonly keeper: PackKeeper;
  readonly contents: PackContentsStore;
  readonly fetchPack: (url: string, options: FetchPackOptions) => Promise<FetchedPack>;
  readonly mayReach: (url: string) => Promise<boolean>;
  readonly findBundled: () => Promise<readonly PackFace[]>;
  readonly nowMs: () => number;
}

/** Why an address gave no new version; the one at hand stays. A message key of `_locales` (`packs_fault_<fault>`). */
export type UpdateFault =
  | Extract<FetchedPack, { type: 'failed' }>['fault']
  | PackFault['fault']
  | 'permission'
  | 'other-pack'
  | 'older'
  | 'full';

/** Looks at a Pack's address and takes a later version from there. What came of it stands in the list. Never throws. */
export function createPackUpdater(parts: UpdaterParts): (id: string) => Promise<void> {
  return async (id) => {
    const pack = (await parts.keeper.list()).packs.find((one) => one.id === id);
    if (pack?.origin.type !== 'address') return;
    await check(pack, pack.origin, parts).catch(() =>
      note(pack, { fault: 'full' }, parts).catch(() => undefined),
    );
  };
}

type Known = Subscription & { readonly type: 'address'; readonly url: string };

async function check(pack: AddedPack, origin: Known, parts: UpdaterParts): Promise<void> {
  const { url, etag, lastModified } = origin;
  if (!(await parts.mayReach(url))) return note(pack, { fault: 'permission' }, parts);
  const fetched = await parts.fetchPack(url, {
    ...(etag && { etag }),
    ...(lastModified && { lastModified }),
  });
  if (fetched.type === 'failed') return note(pack, { fault: fetched.fault }, parts);
  if (fetched.type === 'same') return note(pack, {}, parts);
  const prepared = await preparePack(fetched.bytes, {
    bundled: await parts.findBundled(),
    nowMs: parts.nowMs(),
    mustBeSealed: true,
    findKey: () => pack.now.key,
  });
  if ('fault' in prepared) return note(pack, { fault: prepared.fault }, parts);
  const marks = marksOf(fetched);
  const verdict = judgeUpdate(prepared, pack, origin);
  if (verdict === 'same') return note(pack, marks, parts);
  if (verdict !== 'later') return note(pack, { fault: verdict }, parts);
  const { fault: _, skipped: _skipped, ...kept } = origin;
  const fresh = { ...kept, ...marks, checkedAt: parts.nowMs() };
  const next: AddedPack = { ...pack, origin: fresh, now: prepared.version, before: pack.now };
  await parts.keeper.update(next, pack.now.content, () =>
    parts.contents.keep(prepared.version.content, prepared.contents),
  );
}

/** An older version, or another one under the same number, is no update but somebody playing back what was. */
export function judgeUpdate(
  { id, version }: Pick<PreparedPack, 'id' | 'version'>,
  pack: AddedPack,
  { skipped }: Subscription,
): 'same' | 'later' | 'other-pack' | 'older' {
  if (id !== pack.id) return 'other-pack';
  if (version.content === pack.now.content || version.content === skipped) return 'same';
  return compareVersions(version.version, pack.now.version) > 0 ? 'later' : 'older';
}

function marksOf({ etag, lastModified }: Extract<FetchedPack, { type: 'fresh' }>) {
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

type Outcome = Pick<Subscription, 'etag' | 'lastModified'> & { readonly fault?: UpdateFault };

function note(
  { id }: AddedPack,
  { fault, ...marks }: Outcome,
  { keeper, nowMs }: UpdaterParts,
): Promise<void> {
  return keeper.note(id, (pack) => {
    if (pack.origin.type !== 'address') return pack;
    const { fault: _, ...origin } = pack.origin;
    return { ...pack, origin: { ...origin, ...marks, checkedAt: nowMs(), ...(fault && { fault }) } };
  });
}
