import { expect, test } from 'vitest';
import { libraryAddress } from '../../src/core/library-place.ts';
import { readLibrary } from '../../src/core/library-search.ts';
import { smallPack } from '../fixtures/small-pack.ts';
import { runSteps } from './run-steps.ts';

const search = runSteps(readLibrary([smallPack]));

function find(query: string): string | undefined {
  const [document] = search.find(query, 1).documents;
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
