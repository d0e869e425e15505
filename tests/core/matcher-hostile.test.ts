import { expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { loadMatcher } from '../../src/core/matcher.ts';
import { createTerms, createVocabulary } from '../bench/corpus.ts';
import { createHostiles } from '../bench/hostile.ts';

const SHORT = 8_000;
const LONG = SHORT * 4;
const vocabulary = createVocabulary(2_000);
const terms = createTerms(300, vocabulary);
const shorts = createHostiles(terms, vocabulary, SHORT);
const longs = createHostiles(terms, vocabulary, LONG);

function cpuMicros(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** The least of some runs: what else the machine does only ever adds. */
function leastMicros(run: () => void): number {
  return Math.min(...Array.from({ length: 3 }, () => cpuMicros(run)));
}

test.each(shorts.map((short, at) => [short.name, short, longs[at] ?? short] as const))(
  'P39 linear: %s',
  (_, short, long) => {
    const matcher = loadMatcher(buildMatcher(short.terms));
    const run = (text: string) => () => matcher.findAll(text);
    leastMicros(run(long.text));
    // Four times the text is at most eight times the work; anything quadratic would be sixteen.
    expect(leastMicros(run(long.text)) / Math.max(300, leastMicros(run(short.text)))).toBeLessThan(8);
  },
);
