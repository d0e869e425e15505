import { expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { loadMatcher } from '../../src/core/matcher.ts';
import { createTerms, createVocabulary } from '../bench/corpus.ts';
import { createHostiles } from '../bench/hostile.ts';
import { findGrowth } from '../growth.ts';

const SHORT = 4_000;
const LONG = SHORT * 16;
const vocabulary = createVocabulary(2_000);
const terms = createTerms(300, vocabulary);
const rows = Array.from({ length: 23 }, (_, at) => 'a '.repeat(at + 1));
const tail = 'x'.repeat(40);
const shorts = hostilesOf(SHORT);
const longs = hostilesOf(LONG);

/** Those of the bench, and such as hold aliases within the way to longer ones, signs, or words that share a hash. */
function hostilesOf(length: number) {
  const fill = (piece: string) => piece.repeat(Math.ceil(length / piece.length));
  const made: [name: string, terms: string[], text: string][] = [
    ['a pair, and a long row that starts so', ['a a', `${rows[22]}b`], fill('a ')],
    ['every row of one word', rows, fill('a ')],
    ['every row of one word, with commas between', rows, fill('a, ')],
    ['rows with signs', rows.slice(0, 11).map((row) => `${row.replaceAll(' ', ', ')}b`), fill('a, ')],
    ['rows with dashes set off', rows.map((row) => `${row}b`), fill('a – ')],
    ['words of one hash', [`a${tail} b`, `c${tail} b`, `a${tail} c${tail} d`], fill(`a${tail} c${tail} `)],
    ['signs before', ['$ $ a', '$ a', 'a b'], fill('$ ')],
  ];
  return [
    ...createHostiles(terms, vocabulary, length),
    ...made.map(([name, list, text]) => ({ name, terms: list, text })),
  ];
}

// 16 times the text is 16 times the work; quadratic would be 256. In between there is room for a busy machine.
const QUADRATIC = 80;

test.each(shorts.map((short, at) => [short.name, short, longs[at] ?? short] as const))(
  'P39 linear: %s',
  (_, short, long) => {
    const matcher = loadMatcher(buildMatcher(short.terms));
    const find = (text: string) => () => matcher.findAll(text);
    expect(findGrowth(find(short.text), find(long.text), QUADRATIC)).toBeLessThan(QUADRATIC);
  },
);
