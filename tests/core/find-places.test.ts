import { expect, test } from 'vitest';
import { findPlaces } from '../../src/core/find-places.ts';

test.each([
  [
    'the Act, the Act',
    ['Act'],
    [
      [4, 7],
      [13, 16],
    ],
  ],
  [
    'aaaa',
    ['aa'],
    [
      [0, 2],
      [2, 4],
    ],
  ],
  ['none', ['Act'], []],
  ['the Act', [], []],
])('findPlaces in %j of %j gives %j', (text, words, spans) => {
  expect(findPlaces(text, words).map(({ start, end }) => [start, end])).toEqual(spans);
});
