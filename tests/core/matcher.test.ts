import { describe, expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { loadMatcher } from '../../src/core/matcher.ts';
import { createNaiveMatcher } from './naive-matcher.ts';

/** Alias list (split at `;`), text, and the matches as `alias:matched text`. */
const cases: readonly (readonly [aliases: string, text: string, ...found: string[]])[] = [
  ['Magnitsky Act', 'the Magnitsky Act was', '0:Magnitsky Act'],
  ['Magnitsky Act', 'the MAGNITSKY\n   ACT', '0:MAGNITSKY\n   ACT'],
  ['Magnitsky Act', 'the Magnitsky Actor'],
  ['Magnitsky Act', 'Mag\u00adnit\u200bsky\u00a0Act.', '0:Mag\u00adnit\u200bsky\u00a0Act'],
  ['Magnitsky Act;Global Magnitsky Act', 'Global Magnitsky Act', '1:Global Magnitsky Act'],
  [
    'Jackson-Vanik',
    'Jackson – Vanik, Jackson Vanik, Jackson/Vanik',
    '0:Jackson – Vanik',
    '0:Jackson Vanik',
    '0:Jackson/Vanik',
  ],
  ['sanctions Russia', 'sanctions – Russia; sanctions-Russia', '0:sanctions-Russia'],
  ['Putin', "Putin’s Putin's Putins", '0:Putin', '0:Putin'],
  ['CAATSA', 'C.A.A.T.S.A. CAATSA', '0:C.A.A.T.S.A.', '0:CAATSA'],
  ['刘晓波', '诺贝尔奖得主刘晓波去世', '0:刘晓波'],
  ['Joseph R Biden', 'Joseph R. Biden', '0:Joseph R. Biden'],
  ['foreign agents law', 'the “foreign agents” law', '0:foreign agents” law'],
  ['a b', 'a\n\nb'],
];

describe('every engine', () => {
  for (const [name, create] of [
    ['naive', createNaiveMatcher],
    ['product', (aliases: readonly string[]) => loadMatcher(buildMatcher(aliases))],
  ] as const) {
    test.each(cases)(`${name}: %j in %j`, (aliases, text, ...found) => {
      const matcher = create(aliases.split(';'));
      const shown = matcher.findAll(text).map((m) => `${m.alias}:${text.slice(m.start, m.end)}`);
      expect(shown).toEqual(found);
    });
  }
});
