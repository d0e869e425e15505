import { createTranslate, type MessageFile } from '../core/translate.ts';
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

async function readMessages(language: string): Promise<MessageFile> {
  const response = await fetch(browser.runtime.getURL(`_locales/${language}/messages.json`));
  return (await response.json()) as MessageFile;
}
