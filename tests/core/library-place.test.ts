import { describe, expect, test } from 'vitest';
import { type LibraryPlace, libraryAddress, readLibraryAddress } from '../../src/core/library-place.ts';

const places = [
  [{ page: 'home' }, '#/'],
  [{ page: 'terms' }, '#/terms'],
  [{ page: 'who' }, '#/who'],
  [{ page: 'timeline' }, '#/timeline'],
  [{ page: 'search', query: 'Закон / 50 % #1' }, `#/search/${encodeURIComponent('Закон / 50 % #1')}`],
  [{ page: 'term', pack: 'p', id: 'caatsa' }, '#/term/p/caatsa'],
  [{ page: 'question', pack: 'p', id: 'allies' }, '#/question/p/allies'],
  [{ page: 'question', pack: 'p', id: 'allies', claim: 'al-c1' }, '#/question/p/allies/al-c1'],
  [{ page: 'source', pack: 'p', id: 'lester-2013' }, '#/source/p/lester-2013'],
  [{ page: 'source', pack: 'p', id: 'lester-2013', paragraph: 7 }, '#/source/p/lester-2013/7'],
] as unknown as readonly (readonly [LibraryPlace, string])[];

describe('addresses in the library', () => {
  test.each(places)('%j is at %s and back', (place, address) => {
    expect(libraryAddress(place)).toBe(address);
    expect(readLibraryAddress(address)).toEqual(place);
  });

  test.each(['', '#', '#/', '#/term', '#/term/p', '#/nowhere/p/x', '#//'])(
    '%j is the first page',
    (address) => {
      expect(readLibraryAddress(address)).toEqual({ page: 'home' });
    },
  );

  test.each([
    ['#/search/%E0%A4%A', { page: 'search', query: '%E0%A4%A' }],
    ['#/source/p/s/-1', { page: 'source', pack: 'p', id: 's' }],
    ['#/source/p/s/x', { page: 'source', pack: 'p', id: 's' }],
    [`#/search/${'x'.repeat(5000)}`, { page: 'search', query: 'x'.repeat(200) }],
  ])('what cannot be read in %j is left out', (address, expected) => {
    expect(readLibraryAddress(address)).toEqual(expected);
  });

  test.each([
    ['half a character \ud83d', '#/search/half%20a%20character%20%EF%BF%BD'],
    [`${'x'.repeat(199)}😀`, `#/search/${'x'.repeat(199)}%EF%BF%BD`],
    ['y'.repeat(5000), `#/search/${'y'.repeat(200)}`],
  ])('a search for %j has an address', (query, address) => {
    expect(libraryAddress({ page: 'search', query })).toBe(address);
  });
});
