import { describe, expect, test } from 'vitest';
import { aliasFitness } from '../../src/core/alias-fitness.ts';
import { commonWords } from '../../src/core/common-words.ts';
import { MOST_COMMON_IN_ENGLISH, namesFaults } from '../../src/core/names-fault.ts';
import type { NamedAlias } from '../../src/core/pack-names.ts';

const english = { terms: 1, language: 'en' };

describe('P51 words that would mark everything', () => {
  test.each([
    ['Magnitsky Act', 'fit'],
    ['civil society', 'fit'],
    ['CAATSA', 'fit'],
    ['Ё-мобиль', 'fit'],
    ['market', 'common'],
    ['The Market', 'common'],
    ['ｍａｒｋｅｔ', 'common'],
    ['mar\u0301ket', 'common'],
    ['EU', 'short'],
    ['G8', 'fit'],
    ['x', 'short'],
    ['the', 'everywhere'],
    ['T-H-E', 'fit'],
    ['ｔｈｅ', 'everywhere'],
    ['of the', 'everywhere'],
    ['and so it is', 'everywhere'],
    ['the, and', 'everywhere'],
    ['…', 'wordless'],
    ['. ,', 'wordless'],
  ])('%s is %s', (alias, fitness) => {
    expect(aliasFitness(alias, 'en')).toBe(fitness);
  });

  test('a pack of the most frequent words is refused, word for word', () => {
    const aliases = [...commonWords].map((word): NamedAlias => [word, [[0, 0]]]);
    expect(aliases.length).toBeGreaterThan(900);
    expect(namesFaults({ pageCues: 0, aliases, rules: [] }, english, 2000)).toHaveLength(aliases.length);
  });

  test('no rule makes a name of what stands in every paragraph', () => {
    const names = { pageCues: 0, aliases: [['the', [[0, 1]]] as const], rules: [{ needs: [0] }] };
    expect(namesFaults(names, english, 10)).toEqual([
      'names.aliases.0: "the" stands in every paragraph (P51)',
    ]);
  });

  test('a common word passes with words that must be near, and as a word that only is asked for', () => {
    const aliases: NamedAlias[] = [
      ['market', [[0, 1]]],
      ['house', []],
    ];
    expect(namesFaults({ pageCues: 0, aliases, rules: [{ needs: [1] }] }, english, 10)).toEqual([]);
  });
});

test('more words in rules than may be are refused', () => {
  const rules = Array.from({ length: 401 }, () => ({ home: Array(500).fill('x') }));
  expect(namesFaults({ pageCues: 0, aliases: [], rules }, english, 10)).toEqual([
    'names.rules: have 200500 words together; at most 200000',
  ]);
});

describe('P51 in another language its own frequent words count', () => {
  test.each([
    ['de', 'Bundestag', 'fit'],
    ['de', 'der', 'everywhere'],
    ['de', 'und das', 'everywhere'],
    ['de', 'für', 'everywhere'],
    ['de-AT', 'FÜR', 'everywhere'],
    ['de', 'Regierung', 'common'],
    ['de', 'die Regierung', 'common'],
    ['de', 'Große Koalition', 'fit'],
    ['de', 'Market', 'fit'],
    ['de', 'Kunst', 'fit'],
    ['de', 'Not', 'common'],
    ['de', 'the', 'common'],
    ['de', 'EU', 'short'],
    ['ru', 'и', 'everywhere'],
    ['ru', 'закон', 'common'],
    ['ru', 'Закон', 'common'],
    ['ru', 'закон Магнитского', 'fit'],
    ['ru', 'ещё', 'everywhere'],
    ['ru', 'ЕС', 'short'],
    ['uk', 'уряд', 'common'],
    ['uk', 'Верховна Рада', 'fit'],
    ['fr', 'l’État', 'common'],
    ['fr', 'de la', 'everywhere'],
    ['fr', 'Légion d’honneur', 'fit'],
    ['es', 'el gobierno', 'common'],
    ['es', 'Cortes Generales', 'fit'],
    ['pt-BR', 'governo', 'fit'],
    ['pt-BR', 'de', 'short'],
    ['pl', 'market', 'fit'],
    ['pl', 'the and', 'common'],
    ['zh', '北京', 'fit'],
    ['zh', '京', 'short'],
    ['ja', 'トヨタ', 'fit'],
    ['ko', '한국', 'fit'],
    ['en', 'der', 'fit'],
    ['en-GB', 'market', 'common'],
    ['eng', 'market', 'fit'],
    ['constructor', 'market', 'fit'],
  ])('%s: %s is %s', (language, alias, fitness) => {
    expect(aliasFitness(alias, language)).toBe(fitness);
  });

  test('a pack that names another language marks no English page all over', () => {
    const some = [...commonWords].filter((word) => aliasFitness(word, 'xx') === 'fit');
    const aliases = some.map((word): NamedAlias => [word, [[0, 0]]]);
    const faultsOf = (count: number) =>
      namesFaults(
        { pageCues: 0, aliases: aliases.slice(0, count), rules: [] },
        { terms: 1, language: 'xx' },
        10,
      );
    expect(faultsOf(MOST_COMMON_IN_ENGLISH)).toEqual([]);
    expect(faultsOf(MOST_COMMON_IN_ENGLISH + 1)).toEqual([
      'names.aliases: 101 are common words in English without words that must be near; at most 100 (P51)',
    ]);
    expect(faultsOf(aliases.length)).toHaveLength(1);
  });
});
