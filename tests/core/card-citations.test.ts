import { expect, test } from 'vitest';
import { buildCitations } from '../../src/core/card-citations.ts';
import type { TermId } from '../../src/core/ids.ts';
import { createPackLookUp } from '../../src/core/look-up.ts';
import { smallPack } from '../fixtures/small-pack.ts';

const pack = createPackLookUp(smallPack);

function citationsOf(id: string) {
  const term = pack.findTerm(id as TermId);
  if (!term) throw new Error(id);
  return buildCitations(term, pack.questionsOn(term.id), pack).citations;
}

test('the foremost claims come first with their paragraph, then the other sources, each once', () => {
  const items = JSON.parse(citationsOf('magnitsky-act')?.['csl-json'] ?? '[]') as {
    id: string;
    note?: string;
  }[];
  expect(items.map(({ id, note }) => [id, note])).toEqual([
    ['calingaert-2017', 'Paragraph 22'],
    ['lester-2013', 'Paragraph 7'],
    ['smoler-2017', undefined],
  ]);
});

test.each([
  ['plain', 2, '\n\n'],
  ['markdown', 2, '\n'],
  ['bibtex', 2, '\n\n'],
] as const)('%s has one reference a source', (format, breaks, between) => {
  expect(citationsOf('magnitsky-act')?.[format].trim().split(between)).toHaveLength(breaks + 1);
});

test('an author’s card cites the work, a term that rests on no source cites nothing', () => {
  expect(citationsOf('daniel-calingaert')?.plain).toContain('An article by Calingaert');
  expect(citationsOf('asset-freeze')).toBeUndefined();
});
