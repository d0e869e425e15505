import { expect, test } from 'vitest';
import { isOtherBody } from '../../src/core/other-bodies.ts';

const of = (surface: string, after: string, headline = false, before = 'the ') =>
  isOtherBody(surface, { before, after }, () => headline);

test.each([
  ['Continental Union', ' of Tennis Umpires'],
  ['Continental Union', ' of the Deaf'],
  ['Castle', ' Street Depot'],
  ['Castle', ' Palace Hotel'],
  ['Castle', ', a vodka bar in Soho'],
])('%s%s is another', (surface, after) => expect(of(surface, after)).toBe(true));

test.each([
  ['Continental Union', ' of the United States'],
  ['Continental Union', ' of last year'],
  ['Castle', ' on a street'],
  ['CU', ' School Milk Scheme'],
  ['castle', ' Street'],
])('%s%s is the one', (surface, after) => expect(of(surface, after)).toBe(false));

test('what a headline goes on with tells nothing', () => {
  expect(of('Castle', ' Bar Plans Halted', true)).toBe(false);
});
