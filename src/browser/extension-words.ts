import { LANGUAGES } from '../core/settings.ts';
import { createTranslate, type MessageFile, type PlainTexts, plainTexts } from '../core/translate.ts';
import { browser } from './api.ts';

/** Texts in one language, and how that language is written. */
export interface ExtensionWords {
  readonly t: (key: string, ...substitutions: readonly (string | number)[]) => string;
  /** The language that the texts are really in, as BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Words for the extension's own pages: the browser's choice, or the language a reader chose instead. */
export async function loadWords(language: string): Promise<ExtensionWords> {
  const { i18n } = browser;
  const t =
    language === 'browser'
      ? (key: string, ...substitutions: readonly (string | number)[]) =>
          i18n.getMessage(key, substitutions.map(String))
      : createTranslate(await readMessages(language));
  return { t, language: t('language_tag'), direction: t('language_direction') === 'rtl' ? 'rtl' : 'ltr' };
}

/** The texts of one of our languages; nothing for any other name. */
export async function findMessages(language: string): Promise<PlainTexts | undefined> {
  return language !== 'browser' && LANGUAGES.some((one) => one === language)
    ? plainTexts(await readMessages(language))
    : undefined;
}

async function readMessages(language: string): Promise<MessageFile> {
  const response = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
  return (await response.json()) as MessageFile;
}
