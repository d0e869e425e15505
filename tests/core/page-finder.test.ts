import { describe, expect, test } from 'vitest';
import { finish } from '../../src/core/in-turns.ts';
import { createPageFinder, findPlaces } from '../../src/core/page-finder.ts';
import { createWordFinder } from './word-finder.ts';

const termsOf = (text: string, ...packs: readonly [string, readonly string[]][]): string[] => {
  const finder = createPageFinder(packs.map(([pack, words]) => createWordFinder(pack, words)));
  return finish(finder.decide(finish(finder.read(text)).reading)).map(({ term }) => term);
};

describe('createPageFinder', () => {
  test.each<[string, [string, string[]][], string[]]>([
    ['the Act', [['a', ['Act']]], ['a/Act']],
    [
      'the Act and the Law',
      [
        ['a', ['Act']],
        ['b', ['Law']],
      ],
      ['a/Act', 'b/Law'],
    ],
    [
      'the Trade Act',
      [
        ['a', ['Act']],
        ['b', ['Trade Act']],
      ],
      ['b/Trade Act'],
    ],
    [
      'the Act',
      [
        ['a', ['Act']],
        ['b', ['Act']],
      ],
      ['a/Act'],
    ],
    [
      'Law, then Act',
      [
        ['a', ['Act']],
        ['b', ['Law']],
      ],
      ['b/Law', 'a/Act'],
    ],
    ['nothing', [['a', ['Act']]], []],
    ['the Act', [], []],
  ])('in %j by %j finds %j', (text, packs, terms) => {
    expect(termsOf(text, ...packs)).toEqual(terms);
  });

  test('tells of each short form once', () => {
    const finder = createPageFinder([createWordFinder('a', ['Act'])]);
    expect(finder.takeNewShortForms()).toEqual([]);
    expect(finish(finder.read('the Trade Act (Law)')).grew).toBe(true);
    expect(finder.takeNewShortForms()).toEqual(['Law']);
    finish(finder.read('the Trade Act (Law) once more'));
    expect(finder.takeNewShortForms()).toEqual([]);
  });
});

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
