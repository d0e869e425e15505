import { browser } from '../browser/api.ts';
import { openOwnPage } from '../browser/own-pages.ts';
import { libraryAddress } from '../core/library-place.ts';

const LOOK_UP = 'look-up';

/** A selection longer than a name with its surroundings is no name. */
const MOST_UNITS = 200;

/** "Look up in Sidelight" on selected words, in PDF files and editors too. Android has no such menu. */
export function watchLookUpMenu(): void {
  const { contextMenus } = browser;
  if (!contextMenus) return;
  browser.runtime.onInstalled.addListener(() => {
    // The browser keeps it over an update, and would refuse a second of the same name.
    void contextMenus.removeAll().then(() => {
      contextMenus.create({
        id: LOOK_UP,
        title: browser.i18n.getMessage('menu_look_up'),
        contexts: ['selection'],
      });
    });
  });
  contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }) => {
    if (menuItemId === LOOK_UP) void lookUp(selectionText);
  });
}

/** Opens the library on what is found for these words. */
export function lookUp(words: string): Promise<void> {
  const query = words.replace(/\s+/g, ' ').trim().slice(0, MOST_UNITS);
  return openOwnPage(`pages/library/library.html${libraryAddress({ page: 'search', query })}`);
}
