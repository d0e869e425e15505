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

interface ChosenWords {
  readonly language: string;
  readonly texts: PlainTexts;
}

/** On the global of the extension's own world, which no page can see: each script of a frame holds a copy of this file. */
const place = Symbol.for('sidelight.words');

function findChosen(): ChosenWords | undefined {
  return Reflect.get(globalThis, place) as ChosenWords | undefined;
}

/** Fetches the texts of the language that the reader chose, once; nothing to do for the browser's own. */
export async function preparePageWords(language: string): Promise<void> {
  if (language === 'browser') Reflect.deleteProperty(globalThis, place);
  else if (findChosen()?.language !== language) {
    const texts = await ask({ type: 'words.get', language });
    Reflect.set(globalThis, place, texts && { language, texts });
  }
}

/** The interface's texts and language inside a page, as last prepared; an unknown key gives an empty text. */
export function createPageWords() {
  const { i18n } = api();
  const texts = findChosen()?.texts;
  const t = (key: string, ...substitutions: readonly (string | number)[]): string => {
    if (!texts) return i18n.getMessage(key, substitutions.map(String));
    return (texts[key] ?? '').replace(/\$(\d)/g, (_, at) => String(substitutions[at - 1] ?? ''));
  };
  return {
    t,
    language: t('language_tag'),
    direction: t('language_direction') === 'rtl' ? ('rtl' as const) : ('ltr' as const),
  };
}
