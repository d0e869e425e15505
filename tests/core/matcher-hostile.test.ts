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
const shorts = createHostiles(terms, vocabulary, SHORT);
const longs = createHostiles(terms, vocabulary, LONG);

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
