import { expect, test } from 'vitest';
import {
  BREAK,
  CLOSE,
  gapKind,
  hasDash,
  hashUnit,
  MAX_GAP,
  readToken,
  TokenCursor,
  WIDE,
} from '../../src/core/read-token.ts';

function tokensOf(text: string): string[] {
  const cursor = new TokenCursor(true);
  const tokens: string[] = [];
  for (readToken(text, 0, cursor); cursor.start >= 0; readToken(text, cursor.next, cursor)) {
    tokens.push(`${cursor.units}@${cursor.start}-${cursor.end}`);
  }
  return tokens;
}

test.each([
  ['', []],
  ['  \u200b ', []],
  ['Magnitsky Act', ['magnitsky@0-9', 'act@10-13']],
  ['Jackson–Vanik', ['jackson@0-7', 'vanik@8-13']],
  ['Mag\u00adnitsky', ['magnitsky@0-10']],
  ['U.S.A. law', ['usa@0-6', 'law@7-10']],
  ['J. Smith', ['j@0-1', 'smith@3-8']],
  ['§ 231', ['§@0-1', '231@2-5']],
  ['Straße', ['strasse@0-6']],
])('the tokens of %j are %j', (text, tokens) => {
  expect(tokensOf(text)).toEqual(tokens);
});

test.each([
  ['a b', 1, 2, CLOSE],
  ['a-b', 1, 2, CLOSE],
  ['a - b', 1, 4, WIDE],
  ['a--b', 1, 3, WIDE],
  ['a\n\nb', 1, 3, BREAK],
  ['a\r\nb', 1, 3, CLOSE],
])('the gap in %j is %i to %i of kind %i', (text, end, start, kind) => {
  expect(gapKind(text, end, start)).toBe(kind);
});

test('a gap beyond the longest joins nothing', () => {
  const text = `a${' '.repeat(MAX_GAP + 1)}b`;
  expect(gapKind(text, 1, text.length - 1)).toBe(BREAK);
});

test('a slash counts as a dash between tokens', () => {
  expect([hasDash('a/b', 1, 2), hasDash('a b', 1, 2)]).toEqual([true, false]);
});

test('the hash depends on order and stays within 24 bits', () => {
  const hash = (text: string) => [...text].reduce((sum, char) => hashUnit(sum, char.charCodeAt(0)), 0);
  expect(hash('ab')).not.toBe(hash('ba'));
  expect(hash('a long word to overflow'.repeat(9))).toBeLessThan(2 ** 24);
});
