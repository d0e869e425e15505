import { compilePack } from '../../src/compiler/compile-pack.ts';
import { createLibrarySearch } from '../../src/core/library-search.ts';
import { searchIndex } from '../../src/core/search.ts';
import { buildSearchIndex, type WeighedText } from '../../src/core/search-index.ts';
import { createRandom, createVocabulary } from './corpus.ts';
import { median } from './measure.ts';

// npm run bench:search: how long a search takes while one types, over the bundled pack and over 100,000 terms.
// Fails when the median of any query is over its limit.

const BUNDLED_MOST_MS = 50;
const LARGE_MOST_MS = 100;
const TERMS = 100_000;
const ROUNDS = 7;

/** Each as it is typed: one letter finds the most, a word misspelt costs the most. */
const QUERIES = ['m', 'ma', 'magnitsky', 'magnitski act', 'sanc', 'human rights', 's r m', 'zzzzzzzz'];

let isSlow = false;

function measure(name: string, mostMs: number, find: (query: string) => number): void {
  for (const query of QUERIES) {
    const times = Array.from({ length: ROUNDS }, () => {
      const started = performance.now();
      find(query);
      return performance.now() - started;
    });
    const middle = median(times);
    isSlow ||= middle > mostMs;
    console.log(`${name}\t${JSON.stringify(query)}\t${find(query)} found\t${middle.toFixed(1)} ms`);
  }
}

const { pack, problems } = await compilePack('data/human-rights-sanctions');
if (!pack) throw new Error(`the corpus has ${problems.length} problem(s); npm run build lists them`);
const library = createLibrarySearch([pack]);
measure('bundled', BUNDLED_MOST_MS, (query) => library.find(query, 50).total);

const random = createRandom(7);
const vocabulary = createVocabulary(40_000);
const word = (): string => vocabulary[Math.floor(vocabulary.length * random() ** 3)] ?? '';
const words = (count: number): string => Array.from({ length: count }, word).join(' ');
const documents = Array.from({ length: TERMS }, (): readonly WeighedText[] => [
  { text: words(3), weight: 3 },
  { text: words(2), weight: 2 },
  { text: words(20), weight: 1 },
]);
const started = performance.now();
const index = buildSearchIndex(documents);
console.log(`an index of ${TERMS} terms is built in ${Math.round(performance.now() - started)} ms`);
measure('100,000 terms', LARGE_MOST_MS, (query) => searchIndex(index, query, { most: 50 }).total);

if (isSlow) {
  console.error(`Too slow: at most ${BUNDLED_MOST_MS} ms bundled, ${LARGE_MOST_MS} ms at ${TERMS} terms.`);
  process.exitCode = 1;
}
