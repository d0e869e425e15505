import { decodeSettings, type Settings, withoutTermsOf } from '../core/settings.ts';
import { browser } from './api.ts';

/** Changes are made one after the other, so that two quick ones never overwrite each other. */
let last: Promise<unknown> = Promise.resolve();

/** The settings as stored, defaults where nothing or nonsense is. */
async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get('settings');
  return decodeSettings(stored['settings']);
}

/** Reads, changes and stores the settings; open tabs follow by themselves. False when they could not be stored. */
export function changeSettings(change: (settings: Settings) => Settings): Promise<boolean> {
  const done = last.then(async () => {
    await browser.storage.local.set({ settings: change(await loadSettings()) });
    return true;
  });
  last = done.catch(() => false);
  return last as Promise<boolean>;
}

/** Takes out what the reader chose for the Terms of a Pack that is gone; writes nothing where there is nothing. */
export async function forgetTermsOf(pack: string): Promise<void> {
  const settings = await loadSettings();
  if (withoutTermsOf(settings, pack) !== settings) await changeSettings((now) => withoutTermsOf(now, pack));
}

/** Bytes that everything stored takes in this browser. */
export async function measureStorage(): Promise<number> {
  const all = await browser.storage.local.get(null);
  return new TextEncoder().encode(JSON.stringify(all)).length;
}
