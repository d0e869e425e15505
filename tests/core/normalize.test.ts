import { describe, expect, test } from 'vitest';
import { findWords, foldText, isWordUnit } from '../../src/core/normalize.ts';

describe('foldText', () => {
  test.each([
    ['Magnitsky Act', 'magnitsky act'],
    ['MAGNITSKY\u00a0\u2009ACT', 'magnitsky act'],
    ['Mag\u00adnit\u200bsky', 'magnitsky'],
    ['Jackson‑Vanik', 'jackson vanik'],
    ['America’s', 'america s'],
    ['U.S. House', 'us house'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ﬁne ﬁ', 'fine fi'],
    ['Ｍａｇ', 'mag'],
    ['Навальный Ёж', 'навальныи еж'],
    ['e\u0301te\u0301', 'ete'],
    ['刘晓波', '刘 晓 波'],
    ['\ud800x\udc00', '\ud800 x \udc00'],
    ['', ''],
  ])('%j folds to %j', (text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  test('offsets lead back to the token and the gap', () => {
    const { text, starts, ends } = foldText('a –ﬁx');
    expect(text).toBe('a fix');
    expect(starts).toEqual([0, 1, 3, 3, 3]);
    expect(ends).toEqual([1, 3, 5, 5, 5]);
  });
});

test('findWords gives tokens with original offsets', () => {
  expect(findWords('U.S. law, 2012')).toEqual([
    { start: 0, end: 4, text: 'us' },
    { start: 5, end: 8, text: 'law' },
    { start: 8, end: 9, text: ',' },
    { start: 10, end: 14, text: '2012' },
  ]);
  expect(findWords('one two three', 4, 8).map((word) => word.text)).toEqual(['two']);
});

test.each([
  ['a', true],
  ['7', true],
  ['_', true],
  ['é', true],
  ['ß', true],
  ['ж', true],
  ['-', false],
  ['.', false],
  ['’', false],
  ['\u0301', false],
  ['刘', false],
  ['\ud83d', false],
])('isWordUnit of %j is %s', (char, expected) => {
  expect(isWordUnit(char.charCodeAt(0))).toBe(expected);
});
