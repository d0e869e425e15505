import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MessageFile } from '../src/core/translate.ts';

const folder = resolve(import.meta.dirname, '..', 'assets', '_locales');
const read = (language: string): MessageFile =>
  JSON.parse(readFileSync(join(folder, language, 'messages.json'), 'utf8'));

const FORMS = /_(one|two|few|many|other)$/;
const english = read('en');
const baseOf = (key: string): string => key.replace(FORMS, '');
const languages = globSync('*', { cwd: folder }).sort();

/** Keys that every language must have, with the plural forms that it counts by. */
function keysFor(language: string): string[] {
  // French and Spanish count millions apart; `other` serves there too.
  const forms = new Intl.PluralRules(language)
    .resolvedOptions()
    .pluralCategories.filter((form) => form !== 'many' || ['ru', 'uk'].includes(language));
  return [
    ...new Set(
      Object.keys(english).flatMap((key) =>
        FORMS.test(key) ? forms.map((form) => `${baseOf(key)}_${form}`) : [key],
      ),
    ),
  ].sort();
}

/** Placeholders of a text, each once. */
function placesOf(text: string): string {
  return [...new Set(text.match(/\$(\d|[A-Za-z]\w*\$)/g))].sort().join();
}

test('the languages are those of the options', () => {
  expect(languages).toEqual(['de', 'en', 'es', 'fr', 'ru', 'uk']);
});

describe.each(languages)('the words in %s', (language) => {
  const file = read(language);

  test('no key is there that English lacks', () => {
    const wanted = new Set(keysFor(language));
    expect(Object.keys(file).filter((key) => !wanted.has(key))).toEqual([]);
  });

  test('every key is there in every form that the language counts by', () => {
    expect(keysFor(language).filter((key) => !(key in file))).toEqual([]);
  });

  test('every text has the placeholders of the English one', () => {
    const differing = Object.entries(file).filter(([key, { message }]) => {
      const model = english[key] ?? english[`${baseOf(key)}_other`];
      return placesOf(message) !== placesOf(model?.message ?? '');
    });
    expect(differing).toEqual([]);
  });

  test('no text is empty, shouts, or has a stray space', () => {
    const odd = Object.values(file).filter(({ message }) => message === '' || /!|^\s|\s$| {2}/.test(message));
    expect(odd).toEqual([]);
  });

  test('the file says which language it is', () => {
    expect(file['language_tag']?.message).toBe(language);
  });
});
