import {
  type AddedPack,
  askedForDamaged,
  type DamagedPack,
  type PackList,
  withAsking,
} from '../core/added-packs.ts';
import { waitForCheck } from '../core/next-check.ts';
import { packContents, packKeeper, watchPageLook } from './added-packs.ts';
import { browser } from './api.ts';
import { findBundledFaces } from './bundled-packs.ts';
import { fetchPack } from './fetch-pack.ts';
import { createPackUpdater } from './pack-updater.ts';
import { forgetTermsOf } from './settings-store.ts';
import { giveUpSite, mayReach } from './site-permission.ts';

/** One alarm a Pack: this and its id. */
const ALARM = 'pack:';
const MINUTE_MS = 60_000;

/** Looks at a Pack's address now; what came of it stands in the list of Packs. */
export const checkPack = createPackUpdater({
  keeper: packKeeper,
  contents: packContents,
  fetchPack,
  mayReach,
  findBundled: findBundledFaces,
  nowMs: () => Date.now(),
});

/** Removes a Pack and everything that was there for its sake. */
export async function removePack(id: string): Promise<void> {
  const { packs } = await packKeeper.read();
  const gone = packs.find((pack) => pack.id === id);
  await packKeeper.remove(id);
  await browser.alarms.clear(ALARM + id);
  if (gone) await giveUpUnused(gone);
  // Entries of the bundled Packs are never an added one's: their ids are taken.
  await forgetTermsOf(id);
}

/** Removes an entry that cannot be read, and everything that was there for its sake, as far as it can be told. */
export async function removeDamagedPack(damaged: DamagedPack): Promise<void> {
  await packKeeper.removeDamaged(damaged);
  await giveUpUnused(damaged);
  if (damaged.id !== undefined) await forgetTermsOf(damaged.id);
}

/**
 * Gives back the site that was asked for this Pack's sake; where another one is from there, it is from now on that one's
 * to give back. Where nobody can tell it is left as it is.
 */
export async function giveUpUnused(gone: AddedPack | DamagedPack): Promise<void> {
  const url = 'entry' in gone ? askedForDamaged(gone) : addressOf(gone, true);
  if (url === undefined) return;
  const list = await packKeeper.read().catch(() => undefined);
  if (!list) return;
  const { packs } = list;
  const heir = packs.find((pack) => {
    const other = addressOf(pack);
    return other !== undefined && hostOf(other) === hostOf(url);
  });
  if (heir) await packKeeper.note(heir.id, withAsking);
  else await giveUpSite(url);
}

/** Looks daily at each address whose Pack is on. The alarms are put right at each start, since some browsers forget them. */
export function watchSubscribedPacks(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name.startsWith(ALARM)) void checkPack(name.slice(ALARM.length)).then(planChecks);
  });
  browser.runtime.onStartup.addListener(() => void packKeeper.sweep().then(planChecks, planChecks));
  browser.runtime.onInstalled.addListener(() => void planChecks());
  watchPageLook(() => void planChecks());
}

async function planChecks(): Promise<void> {
  const list = await packKeeper.read().catch(() => undefined);
  // Plans stay as they are while nobody can tell what they should be.
  if (!list) return;
  const alarms = await browser.alarms.getAll();
  const wanted = subscribed(list);
  const planned = new Set(alarms.map(({ name }) => name).filter((name) => name.startsWith(ALARM)));
  for (const { id, origin } of wanted) {
    const name = ALARM + id;
    if (planned.delete(name)) continue;
    const waitMs = waitForCheck(origin.checkedAt, Date.now(), Math.random());
    browser.alarms.create(name, { delayInMinutes: waitMs / MINUTE_MS });
  }
  for (const name of planned) await browser.alarms.clear(name);
}

function subscribed({ packs }: PackList) {
  return packs.flatMap(({ id, on, origin }) => (on && origin.type === 'address' ? [{ id, origin }] : []));
}

function addressOf({ origin }: AddedPack, onlyAskedFor = false): string | undefined {
  if (origin.type !== 'address') return undefined;
  return onlyAskedFor && !origin.askedFor ? undefined : origin.url;
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}
