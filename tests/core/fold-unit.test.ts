import { expect, test } from 'vitest';
import {
  COMPLEX,
  foldCodePoint,
  INVISIBLE,
  isDash,
  isSpace,
  JOINT,
  learnUnit,
  MARK,
  SOLO,
  WORD,
} from '../../src/core/fold-unit.ts';

test.each([
  ['A', WORD, 'a'],
  ['É', WORD, 'e'],
  ['ß', WORD, 'ss'],
  ['İ', WORD, 'i'],
  ['ﬁ', WORD, 'fi'],
  ['Ж', WORD, 'ж'],
  ['\u00a0', JOINT, ''],
  ['–', JOINT, ''],
  ['’', JOINT, ''],
  ['\u00ad', INVISIBLE, ''],
  ['\u200b', INVISIBLE, ''],
  ['\u0301', MARK, ''],
  ['§', SOLO, '§'],
])('%j folds to kind %i and "%s"', (char, kind, units) => {
  expect(foldCodePoint(char.codePointAt(0) ?? 0)).toEqual({ kind, units });
});

test.each([
  ['a folded letter is its own unit', 'Q', 'q'.charCodeAt(0)],
  ['two units are complex', 'ß', COMPLEX],
  ['half a pair is complex', '\ud83d', COMPLEX],
])('the table: %s', (_name, char, value) => {
  expect(learnUnit(char.charCodeAt(0))).toBe(value);
  expect(learnUnit(char.charCodeAt(0))).toBe(value);
});

test.each([
  ['-', true, false],
  ['—', true, false],
  ['/', true, false],
  [' ', false, true],
  ['\n', false, true],
  ['\u2009', false, true],
  ['a', false, false],
])('%j is a dash: %s, a space: %s', (char, dash, space) => {
  expect([isDash(char.charCodeAt(0)), isSpace(char.charCodeAt(0))]).toEqual([dash, space]);
});
