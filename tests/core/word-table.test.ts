import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchWords } from '../../src/core/search-index.ts';
import { createWordTable, isSearchable } from '../../src/core/word-table.ts';

function read(texts: readonly string[]): string[][] {
  const table = createWordTable();
  const ordinals = texts.map((text) => {
    const found: number[] = [];
    table.eachWord(text, (ordinal) => found.push(ordinal));
    return found;
  });
  return ordinals.map((row) => row.map((ordinal) => table.words[ordinal] ?? '?'));
}

test.each([
  [['Magnitsky, magnitsky'], [['magnitsky', 'magnitsky']]],
  [
    ['Jackson–Vanik §402', 'vanik'],
    [['jackson', 'vanik', '402'], ['vanik']],
  ],
  [
    ['___ !', ''],
    [[], []],
  ],
  [['U.S. сан́кции 制裁'], [['us', 'санкции', '制', '裁']]],
])('%j has the words %j', (texts, expected) => {
  expect(read(texts)).toEqual(expected);
});

test('every different word stands there once', () => {
  const table = createWordTable();
  for (const text of ['b a b', 'A c']) table.eachWord(text, () => {});
  expect(table.words).toEqual(['b', 'a', 'c']);
});

test('words with the same hash stay apart: only their last 27 units count for it', () => {
  const tail = 'x'.repeat(40);
  expect(read([`a${tail} b${tail} a${tail}`])[0]).toEqual([`a${tail}`, `b${tail}`, `a${tail}`]);
});

test('any text has the words that a query of it would have', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (texts) => {
      expect(read(texts)).toEqual(texts.map(searchWords));
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['act', true],
  ['402', true],
  ['制', true],
  ['_', false],
  ['§', false],
])('%j can be searched for: %s', (token, expected) => {
  expect(isSearchable(token)).toBe(expected);
});
