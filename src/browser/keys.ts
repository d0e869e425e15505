import { browser } from './api.ts';

/** A command and the keys that call it; empty where it has none. */
export interface KeyOfCommand {
  readonly command: string;
  readonly keys: string;
}

/** Where Chrome lets a reader change them; Firefox opens its own page by itself. */
const CHROME_KEY_PAGE = 'chrome://extensions/shortcuts';

interface CommandsApi {
  readonly commands?: {
    getAll(): Promise<readonly { readonly name?: string; readonly shortcut?: string }[]>;
    openShortcutSettings?(): Promise<void>;
  };
}

/** The browsers name them in an order of their own. */
const COMMANDS = ['next', 'previous', 'panel', 'toggle'];

/** Every command of ours with its keys; an empty list where the browser has no commands. */
export async function findKeys(): Promise<readonly KeyOfCommand[]> {
  const all = (await (browser as CommandsApi).commands?.getAll()) ?? [];
  return COMMANDS.flatMap((command) => {
    const found = all.find(({ name }) => name === command);
    return found ? [{ command, keys: readableKeys(found.shortcut ?? '') }] : [];
  });
}

/** `Alt+Period` is what is printed on no key. */
function readableKeys(shortcut: string): string {
  return shortcut.replace('Period', '.').replace('Comma', ',');
}

/** Whether there is a page of the browser's to change them on. */
export function canChangeKeys(): boolean {
  return 'commands' in browser;
}

/** Opens that page. */
export async function openKeySettings(): Promise<void> {
  const commands = (globalThis as { browser?: CommandsApi }).browser?.commands;
  if (commands?.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: CHROME_KEY_PAGE });
}
