import { describe, expect, test } from 'vitest';
import { aliasFitness } from '../../src/core/alias-fitness.ts';
import { commonWords } from '../../src/core/common-words.ts';
import { namesFaults } from '../../src/core/names-fault.ts';
import type { NamedAlias } from '../../src/core/pack-names.ts';

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
    expect(aliasFitness(alias)).toBe(fitness);
  });

  test('a pack of the most frequent words is refused, word for word', () => {
    const aliases = [...commonWords].map((word): NamedAlias => [word, [[0, 0]]]);
    expect(aliases.length).toBeGreaterThan(900);
    expect(namesFaults({ pageCues: 0, aliases, rules: [] }, 1, 2000)).toHaveLength(aliases.length);
  });

  test('no rule makes a name of what stands in every paragraph', () => {
    const names = { pageCues: 0, aliases: [['the', [[0, 1]]] as const], rules: [{ needs: [0] }] };
    expect(namesFaults(names, 1, 10)).toEqual(['names.aliases.0: "the" stands in every paragraph (P51)']);
  });

  test('a common word passes with words that must be near, and as a word that only is asked for', () => {
    const aliases: NamedAlias[] = [
      ['market', [[0, 1]]],
      ['house', []],
    ];
    expect(namesFaults({ pageCues: 0, aliases, rules: [{ needs: [1] }] }, 1, 10)).toEqual([]);
  });
});

test('more words in rules than may be are refused', () => {
  const rules = Array.from({ length: 401 }, () => ({ home: Array(500).fill('x') }));
  expect(namesFaults({ pageCues: 0, aliases: [], rules }, 1, 10)).toEqual([
    'names.rules: have 200500 words together; at most 200000',
  ]);
});
