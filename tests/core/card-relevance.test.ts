import { expect, test } from 'vitest';
import { orderByRelevance } from '../../src/core/card-relevance.ts';
import { smallPack } from '../fixtures/small-pack.ts';

const PUBLISHED = ['kremlin-anger', 'alone', 'soviet-trade'];

test.each([
  ['no words: as published', [], PUBLISHED],
  ['words that no question has: as published', ['zebra', 'quiche'], PUBLISHED],
  [
    'words of one question bring it first',
    ['coalition', 'bullying'],
    ['alone', 'kremlin-anger', 'soviet-trade'],
  ],
  ['a lone question stays last, whatever the words', ['soviet', 'trade'], PUBLISHED],
  ['other forms of a word count', ['coalition'], ['alone', 'kremlin-anger', 'soviet-trade']],
  ['case does not', ['COALITION'], ['alone', 'kremlin-anger', 'soviet-trade']],
  ['short words do not', ['the', 'of', 'it'], PUBLISHED],
  [
    'a word twice is a word once',
    ['coalition', 'soviet', 'coalition'],
    ['alone', 'kremlin-anger', 'soviet-trade'],
  ],
])('%s', (_, nearby, order) => {
  expect(orderByRelevance(smallPack.questions, nearby).map(({ id }) => id)).toEqual(order);
});

test('the pack’s own order is left alone', () => {
  orderByRelevance(smallPack.questions, ['soviet']);
  expect(smallPack.questions.map(({ id }) => id)).toEqual(PUBLISHED);
});
