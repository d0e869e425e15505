import { expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { decodeTables } from '../../src/core/matcher-tables.ts';
import { TokenWalk } from '../../src/core/token-walk.ts';

function walkOver(aliases: readonly string[], text: string): TokenWalk {
  const walk = new TokenWalk(decodeTables(buildMatcher(aliases)));
  walk.begin(text);
  return walk;
}

test('findIn gives the longest match of the first place that has one', () => {
  const walk = walkOver(['b c', 'b c d', 'c d e'], 'a b c d e');
  expect(walk.findIn(0, 9)).toEqual({ start: 2, end: 7, alias: 1 });
  expect(walk.resume).toBe(7);
});

test('a place once tried is not tried again', () => {
  const walk = walkOver(['a'], 'a a');
  expect(walk.findIn(0, 1)).toEqual({ start: 0, end: 1, alias: 0 });
  expect(walk.findIn(0, 1)).toBeUndefined();
  expect(walk.findIn(0, 3)).toEqual({ start: 2, end: 3, alias: 0 });
});

test('findAt gives all matches of one place, longest first', () => {
  expect(
    walkOver(['a', 'a b c', 'a b'], 'a b c')
      .findAt(0)
      .map((match) => match.alias),
  ).toEqual([1, 2, 0]);
  expect(walkOver(['a'], ' a').findAt(0)).toEqual([]);
});

test('a match that ends with an initial resumes after its dot', () => {
  const walk = walkOver(['plan b'], 'Plan B. x');
  expect(walk.findIn(0, 4)).toEqual({ start: 0, end: 6, alias: 0 });
  expect(walk.resume).toBe(7);
});
