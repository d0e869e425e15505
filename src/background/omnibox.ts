import { browser } from '../browser/api.ts';
import { loadPacks } from '../browser/bundled-packs.ts';
import { openOwnPage } from '../browser/own-pages.ts';
import { libraryAddress } from '../core/library-place.ts';
import { type LibrarySearch, readLibrary } from '../core/library-search.ts';
import { runInSlices } from '../dom/in-slices.ts';
import { lookUp } from './look-up-menu.ts';

/** As many as the address bar shows. */
const MOST_SUGGESTIONS = 6;

let search: Promise<LibrarySearch> | undefined;

/** `sl magnitsky` in the address bar. Android has no such thing. */
export function watchOmnibox(): void {
  const { omnibox } = browser;
  if (!omnibox) return;
  omnibox.onInputChanged.addListener((text, suggest) => void findSuggestions(text).then(suggest));
  omnibox.onInputEntered.addListener((text) => {
    void (text.startsWith('#/') ? openOwnPage(`pages/library/library.html${text}`) : lookUp(text));
  });
}

async function findSuggestions(text: string) {
  search ??= loadPacks().then((packs) => runInSlices(readLibrary(packs.map(({ pack }) => pack))));
  const { documents } = (await search).find(text, MOST_SUGGESTIONS);
  const isMarkup = !browser.runtime.getURL('').startsWith('moz-extension:');
  return documents.map(({ title, text: line, place }) => ({
    content: libraryAddress(place),
    description: isMarkup ? escapeMarkup(`${title} · ${line}`) : `${title} · ${line}`,
  }));
}

/** Chrome reads descriptions as XML. */
function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
