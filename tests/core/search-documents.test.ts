import { expect, test } from 'vitest';
import { libraryAddress } from '../../src/core/library-place.ts';
import { searchIndex } from '../../src/core/search.ts';
import { boostOf, gatherSearchDocuments, weighDocument } from '../../src/core/search-documents.ts';
import { buildSearchIndex } from '../../src/core/search-index.ts';
import { smallPack } from '../fixtures/small-pack.ts';

const documents = gatherSearchDocuments([smallPack]);
const index = buildSearchIndex(documents.map(weighDocument));

function find(query: string): string | undefined {
  const boost = (at: number) => {
    const document = documents[at];
    return document ? boostOf(document) : 1;
  };
  const [best] = searchIndex(index, query, { most: 1, boost }).documents;
  const document = best === undefined ? undefined : documents[best];
  return document && `${document.kind} ${libraryAddress(document.place)}`;
}

test.each([
  ['magnitsky act', 'term #/term/small/magnitsky-act'],
  ['accountability', 'term #/term/small/magnitsky-act'],
  ['402', 'term #/term/small/jackson-vanik'],
  ['kremlin anger', 'question #/question/small/kremlin-anger'],
  ['article by lester', 'source #/source/small/lester-2013'],
  ['human rights first', 'source #/source/small/smoler-2017'],
  ['such penalties reaction', 'claim #/question/small/kremlin-anger/ka-l1'],
  ['renamed', 'note #/source/small/lester-2013/5'],
])('%j finds %s first', (query, expected) => {
  expect(find(query)).toBe(expected);
});
