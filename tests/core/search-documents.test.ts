import { expect, test } from 'vitest';
import { boostOf, gatherSearchDocuments, weighDocument } from '../../src/core/search-documents.ts';
import { smallPack } from '../fixtures/small-pack.ts';

const documents = [...gatherSearchDocuments([smallPack])];

test('everything of a pack can be found', () => {
  const kinds = ['term', 'question', 'source', 'claim', 'note'];
  const counts = kinds.map((kind) => documents.filter((one) => one.kind === kind).length);
  expect(counts).toEqual([4, 3, 3, 7, 3]);
});

test('a title weighs most, then other names, then text', () => {
  const [term] = documents;
  expect(term && weighDocument(term)).toMatchObject([
    { text: 'Magnitsky Act', weight: 3 },
    { text: 'Sergei Magnitsky Rule of Law Accountability Act', weight: 2 },
    { weight: 1 },
  ]);
});

test('a term counts more than a note on it', () => {
  const [first, last] = [documents[0], documents.at(-1)];
  expect(first && last && boostOf(first) > boostOf(last)).toBe(true);
});
