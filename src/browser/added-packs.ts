import type { PackList } from '../core/added-packs.ts';
import { browser } from './api.ts';
import { createPackContents } from './pack-contents.ts';
import { createPackDatabase } from './pack-database.ts';
import { createPackKeeper } from './pack-keeper.ts';
import { createPackList } from './pack-list.ts';
import type { PageLookStore } from './page-look.ts';

/** What pages read of the added Packs; content scripts could write here too. */
const LOOK = 'packsLook';
/** Tells the extension's own pages of a change; the background hears of it by the look. Web pages cannot hear it or speak there. */
const CHANNEL = 'packs';

const look: PageLookStore = {
  read: async () => (await browser.storage.local.get(LOOK))[LOOK],
  write: (made) => (made ? browser.storage.local.set({ [LOOK]: made }) : browser.storage.local.remove(LOOK)),
};

/**
 * Whether this page stands in a private window of Firefox, where the extension has no database, or one of the window's
 * own. There are no added Packs there, and a change is refused.
 */
export const isWithoutPacks: boolean = browser.extension?.inIncognitoContext === true;

const database = createPackDatabase(isWithoutPacks);

/** The contents of added Packs in this browser. */
export const packContents = createPackContents(database);

/** Keeps the reader's Packs in this browser. */
export const packKeeper = createPackKeeper({
  contents: packContents,
  list: createPackList(database),
  look,
  alone: (work) => navigator.locks.request('packs', work),
  makeStamp: () => crypto.randomUUID(),
  tell() {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage(null);
    channel.close();
  },
});

/** Takes out the list that an earlier version kept where content scripts write. */
export function dropOldList(): Promise<void> {
  return browser.storage.local.remove('packs');
}

/** Calls back with the list now and whenever it changes, until the signal aborts. */
export function watchPackList(onList: (list: PackList) => void, signal: AbortSignal): void {
  const tell = (): void => void packKeeper.list().then((packs) => signal.aborted || onList(packs));
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = tell;
  signal.addEventListener('abort', () => channel.close());
  tell();
}

/**
 * Calls back whenever what pages read of the list was written, in a worker that slept too. Whoever wrote it, it is put
 * right first.
 */
export function watchPageLook(onChange: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[LOOK] !== undefined) void packKeeper.sweep().then(onChange, onChange);
  });
}
