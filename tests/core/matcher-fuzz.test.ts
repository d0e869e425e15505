import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { loadMatcher, type TextMatcher } from '../../src/core/matcher.ts';
import { findWords, foldText, isWordUnit } from '../../src/core/normalize.ts';
import { createNaiveMatcher } from './naive-matcher.ts';
import { anyAlias, piece, soup } from './text-soup.ts';

// `npm run fuzz` asks for 100,000.
const RUNS = Number(process.env.FUZZ_RUNS ?? 2_000);
const TIMEOUT_MS = 60_000 + RUNS * 20;

function show(matcher: TextMatcher, text: string) {
  return matcher.findAll(text).map(({ start, end, alias }) => `${start}-${end}:${alias}`);
}

/** A text that holds the aliases, whole and broken, between soup. */
const scene = fc.array(anyAlias, { minLength: 1, maxLength: 6 }).chain((aliases) =>
  fc.tuple(
    fc.constant(aliases),
    fc
      .array(fc.oneof(soup(4), fc.constantFrom(...aliases), piece), { maxLength: 12 })
      .map((parts) => parts.join('')),
  ),
);

test(`P29 the product's engine finds what the naive one finds (${RUNS} soups)`, {
  timeout: TIMEOUT_MS,
}, () => {
  fc.assert(
    fc.property(scene, ([aliases, text]) => {
      const naive = createNaiveMatcher(aliases);
      const product = loadMatcher(buildMatcher(aliases));
      expect(show(product, text)).toEqual(show(naive, text));
    }),
    { numRuns: RUNS },
  );
});

test('P29 the same across the steps of a long text', { timeout: TIMEOUT_MS }, () => {
  const pad = fc.tuple(
    fc.constantFrom('a ', 'x', '刘', ', ', 'é', '. ', '😀', '\u00ad'),
    fc.integer({ min: 8160, max: 8200 }),
  );
  fc.assert(
    fc.property(scene, pad, soup(20), ([aliases, text], [filler, length], tail) => {
      const long = `${filler.repeat(length).slice(0, length)}${text}${tail}${text}`;
      expect(show(loadMatcher(buildMatcher(aliases)), long)).toEqual(show(createNaiveMatcher(aliases), long));
    }),
    { numRuns: Math.ceil(RUNS / 200) },
  );
});

test('P29 the same where few words repeat and walks fail late', { timeout: TIMEOUT_MS }, () => {
  const word = fc.constantFrom('a', 'a', 'a', 'b', 'c');
  const row = (minLength: number, maxLength: number, gap: string) =>
    fc.array(word, { minLength, maxLength }).map((words) => words.join(gap));
  const lists = fc.array(fc.oneof(row(1, 10, ' '), row(4, 10, ' '), row(3, 8, '-')), {
    minLength: 1,
    maxLength: 6,
  });
  const texts = fc.array(fc.oneof(row(1, 24, ' '), fc.constantFrom(' – ', '\n\n', ', ')), { maxLength: 8 });
  fc.assert(
    fc.property(lists, texts, (aliases, parts) => {
      const text = parts.join(' ');
      expect(show(loadMatcher(buildMatcher(aliases)), text)).toEqual(show(createNaiveMatcher(aliases), text));
    }),
    { numRuns: RUNS },
  );
});

test('P29 the same where words share a hash and signs stand within names', { timeout: TIMEOUT_MS }, () => {
  // Of a long word only the end is in the hash.
  const tail = 'x'.repeat(30);
  const word = fc.constantFrom('a', 'a', 'b', `c${tail}`, `d${tail}`, 'a,', '$a', '$ $b', 'b.', 'c!');
  const row = (maxLength: number) =>
    fc.array(word, { minLength: 1, maxLength }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(row(6), { minLength: 1, maxLength: 8 }), row(40), (aliases, text) => {
      expect(show(loadMatcher(buildMatcher(aliases)), text)).toEqual(show(createNaiveMatcher(aliases), text));
    }),
    { numRuns: RUNS },
  );
});

test('P29 findAt gives what the naive one gives, at every offset', { timeout: TIMEOUT_MS }, () => {
  fc.assert(
    fc.property(scene, ([aliases, text]) => {
      const naive = createNaiveMatcher(aliases);
      const product = loadMatcher(buildMatcher(aliases));
      for (const { start } of findWords(text))
        expect(product.findAt(text, start)).toEqual(naive.findAt(text, start));
    }),
    { numRuns: Math.ceil(RUNS / 10) },
  );
});

test('P29 folding never throws and its offsets are in order', { timeout: TIMEOUT_MS }, () => {
  fc.assert(
    fc.property(fc.oneof(soup(40), fc.string({ unit: 'binary' })), (text) => {
      let end = 0;
      for (const word of findWords(text)) {
        expect(word.start).toBeGreaterThanOrEqual(end);
        expect(word.end).toBeGreaterThan(word.start);
        end = word.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
      const folded = foldText(text);
      expect(folded.starts.length).toBe(folded.text.length);
      expect(folded.ends.length).toBe(folded.text.length);
      for (let at = -1; at <= text.length; at += 1) isWordUnit(text.charCodeAt(at));
    }),
    { numRuns: RUNS },
  );
});
