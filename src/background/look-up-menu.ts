import { browser } from '../browser/api.ts';
import { loadWords } from '../browser/extension-words.ts';
import { openOwnPage } from '../browser/own-pages.ts';
import { readSettings } from '../browser/page-api.ts';
import { libraryAddress } from '../core/library-place.ts';
import { decodeSettings } from '../core/settings.ts';

const LOOK_UP = 'look-up';

/** "Look up in Sidelight" on selected words, in PDF files and editors too. Android has no such menu. */
export function watchLookUpMenu(): void {
  const { contextMenus } = browser;
  if (!contextMenus) return;
  browser.runtime.onInstalled.addListener(() => {
    // The browser keeps it over an update, and would refuse a second of the same name.
    void Promise.all([findTitle(), contextMenus.removeAll()]).then(([title]) =>
      contextMenus.create({ id: LOOK_UP, title, contexts: ['selection'] }),
    );
  });
  browser.storage.onChanged.addListener((changes, area) => {
    const { oldValue, newValue } = changes['settings'] ?? {};
    if (area !== 'local' || languageOf(oldValue) === languageOf(newValue)) return;
    void findTitle().then((title) => contextMenus.update(LOOK_UP, { title }));
  });
  contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }) => {
    if (menuItemId === LOOK_UP) void lookUp(selectionText);
  });
}

/** In the language that the reader chose. */
async function findTitle(): Promise<string> {
  return (await loadWords((await readSettings()).language)).t('menu_look_up');
}

function languageOf(stored: unknown): string {
  return decodeSettings(stored).language;
}

/** Opens the library on what is found for these words. */
export function lookUp(words: string): Promise<void> {
  const query = words.replace(/\s+/g, ' ').trim();
  return openOwnPage(`pages/library/library.html${libraryAddress({ page: 'search', query })}`);
}
