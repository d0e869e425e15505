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
  ['the Act', [''], []],
  ['a 2012 2012\n  Act (2012Act)', ['2012 Act'], [[7, 17]]],
  ['the A.B. C, the AxB. C', ['A.B. C'], [[4, 10]]],
  ['trade act Trade', ['Trade Act'], []],
])('findPlaces in %j of %j gives %j', (text, words, spans) => {
  expect(findPlaces(text, words).map(({ start, end }) => [start, end])).toEqual(spans);
});
