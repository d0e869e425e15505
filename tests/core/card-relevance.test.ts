import { expect, test } from 'vitest';
import { orderByRelevance } from '../../src/core/card-relevance.ts';
import { smallPack } from '../fixtures/small-pack.ts';

const PUBLISHED = ['kremlin-anger', 'alone', 'soviet-trade'];

test.each([
  ['no words: as published', [], PUBLISHED],
  ['words that no question has: as published', ['zebra', 'quiche'], PUBLISHED],
  ['words of one question bring it first', ['soviet', 'trade'], ['soviet-trade', 'kremlin-anger', 'alone']],
  ['other forms of a word count', ['coalition'], ['alone', 'kremlin-anger', 'soviet-trade']],
  ['case does not', ['SOVIET'], ['soviet-trade', 'kremlin-anger', 'alone']],
  ['short words do not', ['the', 'of', 'it'], PUBLISHED],
  [
    'a word twice is a word once',
    ['coalition', 'soviet', 'coalition'],
    ['soviet-trade', 'alone', 'kremlin-anger'],
  ],
])('%s', (_, nearby, order) => {
  expect(orderByRelevance(smallPack.questions, nearby).map(({ id }) => id)).toEqual(order);
});

test('the pack’s own order is left alone', () => {
  orderByRelevance(smallPack.questions, ['soviet']);
  expect(smallPack.questions.map(({ id }) => id)).toEqual(PUBLISHED);
});
