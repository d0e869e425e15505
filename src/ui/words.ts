import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** A text of `_locales` with its placeholders filled; empty for an unknown key. */
export type Translate = (key: string, ...substitutions: readonly (string | number)[]) => string;

/** What the reader's language decides. */
export interface Words {
  readonly t: Translate;
  /** Language of the interface, as BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Language of what the corpus says beside them, as BCP 47; left out where it may be any. */
  readonly content?: string;
}

export const WordsContext = createContext<Words>({
  t: () => '',
  language: 'en',
  direction: 'ltr',
});

/** The words of the nearest interface. */
export function useWords(): Words {
  return useContext(WordsContext);
}

/** A counted text: `key_one`, `key_few`, `key_many` or `key_other`, as the language counts. The count is `$1`. */
export function countText(words: Words, key: string, count: number, ...rest: readonly string[]): string {
  const form = new Intl.PluralRules(words.language).select(count);
  const shown = new Intl.NumberFormat(words.language).format(count);
  return words.t(`${key}_${form}`, shown, ...rest) || words.t(`${key}_other`, shown, ...rest);
}

/** Names in a row, joined as the language does. */
export function listText(words: Words, names: readonly string[], type: 'conjunction' | 'unit'): string {
  return new Intl.ListFormat(words.language, { type, style: type === 'unit' ? 'short' : 'long' }).format(
    names,
  );
}
