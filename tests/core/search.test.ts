import { describe, expect, test } from 'vitest';
import { searchIndex } from '../../src/core/search.ts';
import { splitAtHits } from '../../src/core/search-hits.ts';
import { readSearchIndex, searchWords, type WeighedText } from '../../src/core/search-index.ts';
import { runSteps } from './run-steps.ts';

const buildSearchIndex = (documents: readonly (readonly WeighedText[])[]) =>
  runSteps(readSearchIndex(documents));

const titles = [
  ['Magnitsky Act', 'Sergei Magnitsky Rule of Law Accountability Act', 'US law on abuse in Russia'],
  ['Sergei Magnitsky', 'Sergei Leonidovich Magnitsky', 'A tax adviser who died in custody'],
  ['Jackson–Vanik amendment', 'Section 402', 'US law that the Magnitsky Act replaced for Russia'],
  ['Visa ban', 'Entry ban', 'Bars a listed person from entering'],
  ['Dima Yakovlev law', 'Закон Димы Яковлева', 'Bars adoptions; an answer to the act'],
] as const;

const index = buildSearchIndex(
  titles.map(([title, name, text]) => [
    { text: title, weight: 3 },
    { text: name, weight: 2 },
    { text, weight: 1 },
  ]),
);

const found = (query: string, most = 10) =>
  searchIndex(index, query, { most }).documents.map((document) => titles[document]?.[0]);

describe('search', () => {
  test.each([
    ['magnitsky', ['Magnitsky Act', 'Sergei Magnitsky', 'Jackson–Vanik amendment']],
    ['mag', ['Magnitsky Act', 'Sergei Magnitsky', 'Jackson–Vanik amendment']],
    ['MAGNITSKY act', ['Magnitsky Act', 'Jackson–Vanik amendment']],
    ['jackson vanik', ['Jackson–Vanik amendment']],
    ['Jackson-Vanik', ['Jackson–Vanik amendment']],
    ['яковл', ['Dima Yakovlev law']],
    ['magnitski', ['Magnitsky Act', 'Sergei Magnitsky', 'Jackson–Vanik amendment']],
    ['magnitskyy', ['Magnitsky Act', 'Sergei Magnitsky', 'Jackson–Vanik amendment']],
    ['adopt', ['Dima Yakovlev law']],
    ['402', ['Jackson–Vanik amendment']],
    ['magnitsky visa', []],
    ['zzz', []],
    ['', []],
    [' … ', []],
  ])('%j finds %j', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  test('gives the best so many, and how many there were', () => {
    expect(found('magnitsky', 1)).toEqual(['Magnitsky Act']);
    expect(searchIndex(index, 'magnitsky', { most: 1 }).total).toBe(3);
  });

  test('a boost decides between equals', () => {
    const boost = (document: number) => (document === 1 ? 2 : 1);
    expect(searchIndex(index, 'magnitsky', { most: 1, boost }).documents).toEqual([1]);
  });

  test('words with a name of Object’s own are words like others', () => {
    const own = buildSearchIndex([[{ text: 'constructor __proto__', weight: 1 }]]);
    expect(searchIndex(own, 'constructor', { most: 5 }).documents).toEqual([0]);
    expect(searchIndex(own, 'toString', { most: 5 }).documents).toEqual([]);
  });
});

test.each([
  ['The Magnitsky Act.', ['mag'], ['The ', '[Magnitsky]', ' Act.']],
  ['“Jackson–Vanik”', ['vanik'], ['“Jackson–', '[Vanik]', '”']],
  ['Nothing here', ['mag'], ['Nothing here']],
  ['', ['mag'], []],
])('%j split at %j', (text, foundBy, expected) => {
  const parts = splitAtHits(text, foundBy);
  expect(parts.map((part) => (part.isHit ? `[${part.text}]` : part.text))).toEqual(expected);
  expect(parts.map((part) => part.text).join('')).toBe(text);
});

test('building rests between any two documents, and after every stretch of sorting and placing', () => {
  const documents = Array.from({ length: 50 }, (_, at) => [{ text: `a${at} b${at}`, weight: 1 as const }]);
  const steps = readSearchIndex(documents);
  let rests = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) rests += 1;
  expect(rests).toBeGreaterThan(documents.length + 2);
  expect(step.value).toEqual(buildSearchIndex(documents));
});

test('words are in order, and each has its documents in theirs, by the highest weight', () => {
  const { words, starts, postings } = buildSearchIndex([
    [
      { text: 'zebra Émile', weight: 1 },
      { text: 'emile', weight: 3 },
    ],
    [{ text: 'алфавит emile', weight: 2 }],
  ]);
  expect(words).toEqual(['emile', 'zebra', 'алфавит']);
  expect([...starts]).toEqual([0, 2, 3, 4]);
  expect([...postings].map((posting) => [posting >> 2, posting & 3])).toEqual([
    [0, 3],
    [1, 2],
    [0, 1],
    [1, 2],
  ]);
});

test('punctuation is no word to search for', () => {
  expect(searchWords('Jackson–Vanik, §402 (1974)!')).toEqual(['jackson', 'vanik', '402', '1974']);
});
