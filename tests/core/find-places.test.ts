import { expect, test } from 'vitest';
import { createFindPlaces } from '../../src/core/find-places.ts';

test.each([
  [
    'the Act, the Act',
    ['Act'],
    [
      [4, 7],
      [13, 16],
    ],
  ],
  ['Activists acting on the Facts, an Act_ of 2012Act', ['Act'], []],
  ['élAct Actés Актив', ['Act', 'Акт'], []],
  [
    '«Акт» (Act)',
    ['Act', 'Акт'],
    [
      [1, 4],
      [7, 10],
    ],
  ],
  ['the C.A.A.T.S.A. law', ['C.A.A.T.S.A.'], [[4, 16]]],
  ['A.'.repeat(40), ['A.'.repeat(40)], []],
  ['the U.S.A and the U.S.', ['U.S.'], [[18, 22]]],
  [
    'the Act of 2012',
    ['Act', 'Act of 2012', 'Act of', 'Act on'],
    [
      [4, 15],
      [4, 10],
      [4, 7],
    ],
  ],
  [
    'the Trade Act',
    ['Trade Act', 'Act'],
    [
      [4, 13],
      [10, 13],
    ],
  ],
  ['none', ['Act'], []],
  ['the Act', [], []],
  ['the Act', [''], []],
  ['a 2012 2012\n  Act (2012Act)', ['2012 Act'], [[7, 17]]],
  ['the A.B. C, the AxB. C', ['A.B. C'], [[4, 10]]],
  ['trade act Trade', ['Trade Act'], []],
])('in %j of %j gives %j', (text, words, spans) => {
  expect(createFindPlaces(words)(text).map(({ start, end }) => [start, end])).toEqual(spans);
});

test('R6 a thousand forms cost a text of their first word no more than one', () => {
  const count = (forms: readonly string[]): number => {
    let asked = 0;
    const find = createFindPlaces(forms);
    const { get } = Map.prototype;
    Map.prototype.get = function (key: unknown) {
      asked += 1;
      return get.call(this, key);
    };
    find('A '.repeat(4_000));
    Map.prototype.get = get;
    return asked;
  };
  const forms = Array.from({ length: 1_000 }, (_, at) => `A ${at}`);
  expect(count(forms)).toBe(count(forms.slice(0, 1)));
  expect(count(forms)).toBeLessThan(20_000);
});
