import { describe, expect, test } from 'vitest';
import { frequentWordsOf } from '../../src/core/common-words-by-language.ts';
import { foldText } from '../../src/core/normalize.ts';

const LANGUAGES = ['de', 'es', 'fr', 'ru', 'uk'];

describe.each(LANGUAGES)('frequent words of %s', (language) => {
  const words = frequentWordsOf(language);

  test('are folded, and enough of them', () => {
    expect([(words?.everywhere.size ?? 0) > 80, (words?.common.size ?? 0) > 120]).toEqual([true, true]);
    for (const word of [...(words?.everywhere ?? []), ...(words?.common ?? [])])
      expect(foldText(word).text).toBe(word);
  });

  test('are written in the letters of the language', () => {
    const letters = ['ru', 'uk'].includes(language) ? /^[а-яіїєґ]+$/ : /^[a-z]+$/;
    expect(
      [...(words?.everywhere ?? []), ...(words?.common ?? [])].filter((word) => !letters.test(word)),
    ).toEqual([]);
  });

  test('hold every article among what stands everywhere', () => {
    expect([...(words?.articles ?? [])].filter((word) => word && !words?.everywhere.has(word))).toEqual([]);
  });
});

test.each([
  ['de-CH', true],
  ['DE', true],
  ['en', false],
  ['xx', false],
  ['constructor', false],
  ['', false],
])('%s is known: %s', (language, isKnown) => {
  expect(frequentWordsOf(language) !== undefined).toBe(isKnown);
});
