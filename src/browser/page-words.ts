import type { I18n } from 'webextension-polyfill';

interface WordsApi {
  readonly i18n: I18n.Static;
}

function api(): WordsApi {
  const scope = globalThis as { browser?: WordsApi; chrome?: WordsApi };
  const found = scope.browser?.i18n ? scope.browser : scope.chrome;
  if (!found) throw new Error('not inside an extension');
  return found;
}

/** The interface's texts and language inside a page; an unknown key gives an empty text. */
export function createPageWords() {
  const { i18n } = api();
  return {
    t: (key: string, ...substitutions: readonly (string | number)[]) =>
      i18n.getMessage(key, substitutions.map(String)),
    language: i18n.getUILanguage(),
    direction: i18n.getMessage('@@bidi_dir') === 'rtl' ? ('rtl' as const) : ('ltr' as const),
  };
}
