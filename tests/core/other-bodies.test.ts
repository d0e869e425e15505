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

test('a state has bodies of its own', () => {
  expect(of('State Department', ' of Labor', false, 'the New York ')).toBe(true);
  expect(of('State Department', ' aides', false, 'the US ')).toBe(false);
});

test('a town is in a state', () => {
  expect(of('Castle', ', Mont., has', false, '')).toBe(true);
  expect(of('Castle', ', Montana, has', false, 'in ')).toBe(true);
  expect(of('Castle', ', Monty said', false, 'in ')).toBe(false);
  expect(of('Castle', ', Montana, has', false, 'over the ')).toBe(false);
});

test('what a headline goes on with tells nothing', () => {
  expect(of('Castle', ' Bar Plans Halted', true)).toBe(false);
});
