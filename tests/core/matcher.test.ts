import { describe, expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { loadMatcher, type TextMatcher } from '../../src/core/matcher.ts';
import { cases } from './matcher-cases.ts';
import { createNaiveMatcher } from './naive-matcher.ts';

const build = (aliases: readonly string[]) => loadMatcher(buildMatcher(aliases));
const engines: readonly (readonly [string, (aliases: readonly string[]) => TextMatcher])[] = [
  ['naive', createNaiveMatcher],
  ['product', build],
];

function show(matcher: TextMatcher, text: string): string[] {
  return matcher.findAll(text).map(({ start, end, alias }) => `${alias}:${text.slice(start, end)}`);
}

test('the table has 200 cases or more, no two alike', () => {
  expect(new Set(cases.map((row) => JSON.stringify(row.slice(0, 2)))).size).toBeGreaterThanOrEqual(200);
});

describe.each(engines)('the %s engine', (_, create) => {
  test.each(cases)('P29 %j in %.60j', (aliases, text, ...found) => {
    expect(show(create(aliases.split(';')), text)).toEqual(found);
  });

  test('findAt gives all that start there, longest first, and nothing elsewhere', () => {
    const matcher = create(['a', 'a b', 'a b c', 'b']);
    expect(matcher.findAt('x a b c', 2).map((match) => match.alias)).toEqual([2, 1, 0]);
    expect(matcher.findAt('x a b c', 4).map((match) => match.alias)).toEqual([3]);
    expect(matcher.findAt('x a b c', 3)).toEqual([]);
    expect(matcher.findAt('xa', 1)).toEqual([]);
    expect(matcher.findAt('', 0)).toEqual([]);
  });
});

test('a long text is found in turns, none of them long, with what a whole reading finds', () => {
  const matcher = build(['a b', 'c']);
  const text = 'x a b y c '.repeat(10_000);
  const work = matcher.findAllInTurns(text);
  let turns = 1;
  let step = work.next();
  for (; !step.done; step = work.next()) turns += 1;
  expect(turns).toBeGreaterThan(text.length / 10_000);
  expect(step.value).toHaveLength(20_000);
  expect(step.value).toEqual(matcher.findAll(text));
});

test('one matcher reads many texts, each as if it were the first', () => {
  const matcher = build(['a b', 'b']);
  expect(show(matcher, 'a b')).toEqual(['0:a b']);
  expect(show(matcher, 'b a')).toEqual(['1:b']);
  expect(show(matcher, 'b')).toEqual(['1:b']);
});
