import type { PackList } from '../core/added-packs.ts';
import { browser } from './api.ts';
import { createPackContents } from './pack-contents.ts';
import { createPackKeeper, type PackListStore } from './pack-keeper.ts';

/** The list of added Packs, for the background and the extension's own pages. */
const LIST = 'packs';
/** What pages read of it. */
const LOOK = 'packsLook';

const list: PackListStore = {
  read: async () => (await browser.storage.local.get(LIST))[LIST],
  write: (packs) => browser.storage.local.set({ [LIST]: packs }),
  writeAll: (packs, look) =>
    packs.packs.length === 0
      ? browser.storage.local.remove([LIST, LOOK])
      : browser.storage.local.set({ [LIST]: packs, [LOOK]: look }),
};

/** The contents of added Packs in this browser. */
export const packContents = createPackContents();

/** Keeps the reader's Packs in this browser. */
export const packKeeper = createPackKeeper({
  contents: packContents,
  list,
  alone: (work) => navigator.locks.request('packs', work),
  makeStamp: () => crypto.randomUUID(),
});

/** Calls back with the list now and whenever it changes, until the signal aborts. */
export function watchPackList(onList: (list: PackList) => void, signal: AbortSignal): void {
  const tell = (): void => void packKeeper.list().then((packs) => signal.aborted || onList(packs));
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && changes[LIST] !== undefined) tell();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
  tell();
}
