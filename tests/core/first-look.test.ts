import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFirstLook } from '../../src/core/build-first-look.ts';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { createFirstLook, type FirstLook } from '../../src/core/first-look.ts';
import { loadMatcher } from '../../src/core/matcher.ts';

const ALIASES = [
  'Jackson-Vanik',
  'CAATSA',
  'rule of law',
  'Countering America’s Adversaries Through Sanctions Act',
  'U.S. Congress',
  'Путин',
  '刘晓波',
  'State Department',
];
const look = lookFor(ALIASES);
const matcher = loadMatcher(buildMatcher(ALIASES));

describe('createFirstLook', () => {
  test.each([
    ['the Jackson–Vanik amendment', true],
    ['JACKSON\u00a0VANIK', true],
    ['C.A.A.T.S.A.', true],
    ['CAATSAs', false],
    ['the rule of thumb', false],
    ['the rule of law', true],
    ['Countering America’s Adversaries', true],
    ['countering their rivals', false],
    ['the US Congress', true],
    ['сказал Путин вчера', true],
    ['诺贝尔奖得主刘晓波去世', true],
    ['the Department of State', false],
    ['', false],
    ['nothing of the kind', false],
  ])('in %j something may stand: %s', (text, found) => {
    expect(look(text).length > 0).toBe(found);
  });

  test('tells where: the last unit of the words that it knows', () => {
    const [hit] = look('so said the State Department yesterday');
    expect('so said the State Department yesterday'.slice(0, hit?.end)).toMatch(/Department$/);
  });

  test('finds something wherever the matcher does, in any text', () => {
    const word = fc.constantFrom(
      ...ALIASES.flatMap((alias) => alias.split(' ')),
      'the',
      'A.',
      '…',
      'é',
      '\n',
      '',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        fc.constantFrom(' ', '-', '\u00ad', ', ', '\n'),
        (words, gap) => {
          const text = words.join(gap);
          if (matcher.findAll(text).length > 0) expect(look(text).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('finds nothing with no aliases', () => {
    expect(lookFor([])('the rule of law, право')).toEqual([]);
  });
});

function lookFor(aliases: readonly string[]): FirstLook {
  const { pattern, words, keys } = buildFirstLook(aliases);
  return createFirstLook({ expression: new RegExp(pattern, 'g'), words }, () => keys);
}
