import { packKeeper } from '../browser/added-packs.ts';
import { browser, isFirefox } from '../browser/api.ts';
import { type ExtensionWords, loadWords } from '../browser/extension-words.ts';
import { openOwnPage } from '../browser/own-pages.ts';
import { loadPacksUpTo } from '../browser/pack-parts.ts';
import { readSettings } from '../browser/page-api.ts';
import { firstSentence } from '../core/first-sentence.ts';
import { libraryAddress } from '../core/library-place.ts';
import { type LibrarySearch, readLibrary } from '../core/library-search.ts';
import type { SearchDocument } from '../core/search-documents.ts';
import { runInSlices } from '../dom/in-slices.ts';
import { lookUp } from './look-up-menu.ts';

/** As many as the address bar shows. */
const MOST_SUGGESTIONS = 6;

/** A larger Pack takes seconds to read, and suggestions come at once or not at all; the library finds all of it. */
const MOST_TERMS = 10_000;

/** Over the Packs of one state of the reader's list. */
let search: { readonly stamp: string; readonly ready: Promise<LibrarySearch> } | undefined;
let words: ExtensionWords | undefined;

/** `sl magnitsky` in the address bar. Android has no such thing. */
export function watchOmnibox(): void {
  const { omnibox } = browser;
  if (!omnibox) return;
  omnibox.onInputChanged.addListener((text, suggest) => {
    const offer = (description: string): void =>
      omnibox.setDefaultSuggestion({ description: forAddressBar(description) });
    // At once, or the browser shows its line without it; by the next letter the reader's own language is there.
    offer(words ? words.t('omnibox_all', text) : browser.i18n.getMessage('omnibox_all', text));
    void findWords().then((chosen) => {
      words = chosen;
      offer(chosen.t('omnibox_all', text));
    });
    void findSuggestions(text).then(suggest);
  });
  omnibox.onInputEntered.addListener((text) => void open(text));
}

/** In the language that the reader chose. */
async function findWords(): Promise<ExtensionWords> {
  return loadWords((await readSettings()).language);
}

async function findSuggestions(text: string) {
  const documents = await find(text);
  return documents.map((document) => ({
    content: isNamed(document) ? document.title : libraryAddress(document.place),
    description: forAddressBar(`${document.title} · ${firstSentence(document.text)}`),
  }));
}

/** A suggestion that was taken leads to its page, anything else to all that is found. */
async function open(text: string): Promise<void> {
  if (text.startsWith('#/')) return openOwnPage(`pages/library/library.html${text}`);
  const documents = await find(text);
  const meant = documents.find((document) => isNamed(document) && document.title === text);
  if (!meant) return lookUp(text);
  return openOwnPage(`pages/library/library.html${libraryAddress(meant.place)}`);
}

async function find(text: string): Promise<readonly SearchDocument[]> {
  const { stamp } = await packKeeper.list();
  if (search?.stamp !== stamp) search = { stamp, ready: readPacks() };
  return (await search.ready).find(text, MOST_SUGGESTIONS).documents;
}

async function readPacks(): Promise<LibrarySearch> {
  try {
    const packs = await loadPacksUpTo(MOST_TERMS);
    return await runInSlices(readLibrary(packs.map(({ pack }) => pack)));
  } catch (error) {
    search = undefined;
    throw error;
  }
}

/** Whether the title alone says which one is meant; others stand in the address bar by their address. */
function isNamed({ kind }: SearchDocument): boolean {
  return kind === 'term' || kind === 'question' || kind === 'source';
}

/** Chrome reads descriptions as XML, Firefox as they are. */
function forAddressBar(text: string): string {
  return isFirefox() ? text : escapeMarkup(text);
}

function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
