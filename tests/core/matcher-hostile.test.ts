import { expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { loadMatcher } from '../../src/core/matcher.ts';
import { createTerms, createVocabulary } from '../bench/corpus.ts';
import { createHostiles } from '../bench/hostile.ts';

const SHORT = 4_000;
const LONG = SHORT * 16;
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
    // 16 times the text is 16 times the work; quadratic would be 256. In between there is room for a busy machine.
    expect(leastMicros(run(long.text)) / Math.max(100, leastMicros(run(short.text)))).toBeLessThan(80);
  },
);
