import { expect, test } from 'vitest';
import type { TermKey } from '../../src/core/ids.ts';
import { createPackLookUp } from '../../src/core/look-up.ts';
import { findTouchedQuestions } from '../../src/core/page-questions.ts';
import { smallPack } from '../fixtures/small-pack.ts';

const packs = [createPackLookUp(smallPack)];

test.each([
  [['small/magnitsky-act'], ['kremlin-anger: Magnitsky Act', 'alone: Magnitsky Act']],
  [['small/jackson-vanik'], ['soviet-trade: Jackson–Vanik amendment']],
  [['other/magnitsky-act'], []],
  [[], []],
])('a page with %j touches %j', (terms, expected) => {
  const touched = findTouchedQuestions(packs, terms as TermKey[]);
  expect(touched.map(({ question, labels }) => `${question.id}: ${labels.join()}`)).toEqual(expected);
});

test('a question that more terms bear on comes first', () => {
  const pack = structuredClone(smallPack);
  Object.assign(pack.questions[1] ?? {}, { terms: ['magnitsky-act', 'jackson-vanik'] });
  const terms = ['small/magnitsky-act', 'small/jackson-vanik'] as TermKey[];
  const [first] = findTouchedQuestions([createPackLookUp(pack)], terms);
  expect(first?.question.id).toBe('alone');
});
