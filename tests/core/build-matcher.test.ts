import { expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { loadMatcher } from '../../src/core/matcher.ts';

test('the same list gives the same bytes', () => {
  const list = ['Magnitsky Act', 'CAATSA', '刘晓波', 'Jackson-Vanik'];
  expect(buildMatcher(list)).toEqual(buildMatcher([...list]));
});

test('aliases that fold alike are one, known by the first, and mean every gap that one of them allows', () => {
  const matcher = loadMatcher(buildMatcher(['x y', 'Jackson Vanik', 'JACKSON – VANIK']));
  expect(matcher.findAll('Jackson — Vanik')).toEqual([{ start: 0, end: 15, alias: 1 }]);
});

test.each([
  [[''], 'alias 0 "" has no letter or digit'],
  [['a', '$'], 'alias 1 "$" has no letter or digit'],
  [['x '.repeat(25)], `alias 0 ${JSON.stringify('x '.repeat(25))} has more than 24 words and signs`],
  [['x'.repeat(65)], `alias 0 "${'x'.repeat(65)}" has a word longer than 64`],
])('%j is refused', (list, message) => {
  expect(() => buildMatcher(list)).toThrow(new RangeError(message));
});

test('an empty list finds nothing', () => {
  expect(loadMatcher(buildMatcher([])).findAll('anything at all, U.S. and 刘')).toEqual([]);
});
