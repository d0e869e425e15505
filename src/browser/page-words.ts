import type { I18n } from 'webextension-polyfill';
import type { PlainTexts } from '../core/translate.ts';
import { findApi } from './find-api.ts';
import { ask } from './page-api.ts';

interface WordsApi {
  readonly i18n: I18n.Static;
}

function api(): WordsApi {
  return findApi() as WordsApi;
}

let chosen: { readonly language: string; readonly texts: PlainTexts } | undefined;

/** Fetches the texts of the language that the reader chose, once; nothing to do for the browser's own. */
export async function preparePageWords(language: string): Promise<void> {
  if (language === 'browser') chosen = undefined;
  else if (chosen?.language !== language) {
    const texts = await ask({ type: 'words.get', language });
    chosen = texts && { language, texts };
  }
}

/** The interface's texts and language inside a page; an unknown key gives an empty text. */
export function createPageWords() {
  const { i18n } = api();
  const texts = chosen?.texts;
  const t = (key: string, ...substitutions: readonly (string | number)[]): string => {
    if (!texts) return i18n.getMessage(key, substitutions.map(String));
    return (texts[key] ?? '').replace(/\$(\d)/g, (_, place) => String(substitutions[place - 1] ?? ''));
  };
  return {
    t,
    language: t('language_tag'),
    direction: t('language_direction') === 'rtl' ? ('rtl' as const) : ('ltr' as const),
  };
}
