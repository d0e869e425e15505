import { expect, test } from 'vitest';
import { pattern } from '../../src/core/letters.ts';

const codesBelow = (end: number) => Array.from({ length: end }, (_, code) => code);
const otherThan = (ours: RegExp, theirs: RegExp, codes: readonly number[]) =>
  codes
    .filter((code) => ours.test(String.fromCharCode(code)) !== theirs.test(String.fromCharCode(code)))
    .map((code) => code.toString(16));

test.each([
  ['letters', pattern()`^\p{L}$`, /^\p{L}$/u, 0x530],
  ['capitals', pattern()`^\p{Lu}$`, /^\p{Lu}$/u, 0x180],
  ['small letters', pattern()`^\p{Ll}$`, /^\p{Ll}$/u, 0x180],
] as const)(
  '%s are those of Unicode in the scripts that names of ours are written in',
  (_, ours, theirs, end) => {
    expect(otherThan(ours, theirs, codesBelow(end))).toEqual([]);
  },
);

test.each([
  ['capitals', pattern()`^\p{Lu}+$`, 'ΑΩΆЀЁАЯ'],
  ['small letters', pattern()`^\p{Ll}+$`, 'αωάςёаяђ'],
  ['letters', pattern()`^\p{L}+$`, 'אبहกກ中あア가Ａｚ'],
])('%s of other scripts are taken for such', (_, ours, text) => expect(text).toMatch(ours));

test('signs, spaces and marks of every script are no letters', () => {
  const blocks = [
    ...codesBelow(0x530),
    ...codesBelow(0x2c00).slice(0x2000),
    ...codesBelow(0x3041).slice(0x3000),
  ];
  const taken = blocks.filter((code) => /[^\p{L}\p{M}]/u.test(String.fromCharCode(code)));
  expect(taken.filter((code) => pattern()`\p{L}`.test(String.fromCharCode(code)))).toEqual([]);
});

test.each([
  [pattern()`^[^\p{L}\p{N}'-]$`, '.', true],
  [pattern()`^[^\p{L}\p{N}'-]$`, 'é', false],
  [pattern()`^[^\p{L}\p{N}'-]$`, '7', false],
  [pattern()`^\[\p{Lu}\]$`, '[Ł]', true],
  [pattern()`^[\]\p{Lu}]{2}$`, ']Ł', true],
  [pattern('i')`^[\p{Lu}]$`, 'ł', true],
])('%o on %j is %j', (ours, text, holds) => expect(ours.test(text)).toBe(holds));

test('flags are kept', () => expect('ab, cd'.match(pattern('g')`\p{L}+`)).toEqual(['ab', 'cd']));
