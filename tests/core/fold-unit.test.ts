import { expect, test, vi } from 'vitest';
import {
  CHARACTER,
  COMPLEX,
  foldCodePoint,
  INVISIBLE,
  isDash,
  isSpace,
  JOINT,
  learnUnit,
  MARK,
  SOLO,
  unitFolds,
  WORD,
} from '../../src/core/fold-unit.ts';

const code = (char: string) => char.codePointAt(0) ?? 0;

test('the table holds all units only once a text has brought one of Asia, and an emoji is none', async () => {
  vi.resetModules();
  const fresh = await import('../../src/core/fold-unit.ts');
  const size = fresh.unitFolds.length;
  for (const unit of ['Й', '…', '\ud83d', '\ude00']) fresh.learnUnit(unit.charCodeAt(0));
  expect(fresh.unitFolds.length).toBe(size);
  expect(fresh.unitFolds[code('刘')]).toBeUndefined();
  expect(fresh.learnUnit(code('刘'))).toBe(CHARACTER);
  expect(fresh.unitFolds.length).toBe(0x10000);
  expect(fresh.unitFolds[code('Й')]).toBe(code('и'));
});

test.each([
  ['A', code('a')],
  ['z', code('z')],
  ['_', code('_')],
  ['É', code('e')],
  ['Ł', code('l')],
  ['Й', code('и')],
  ['Ｑ', code('q')],
  ['ς', code('σ')],
  ['ß', COMPLEX],
  ['ﬁ', COMPLEX],
  ['ｶ', COMPLEX],
  ['刘', CHARACTER],
  ['한', CHARACTER],
  ['ก', CHARACTER],
  ['.', SOLO],
  ['…', SOLO],
  ['²', SOLO],
  ['×', SOLO],
  ['\u00ad', INVISIBLE],
  ['\u200f', INVISIBLE],
  ['\u0301', MARK],
  [' ', JOINT],
  ['\u202f', JOINT],
  ['’', JOINT],
  ['—', JOINT],
])('the unit %j has the value %d', (unit, value) => {
  expect(learnUnit(unit.charCodeAt(0))).toBe(value);
  expect(unitFolds[unit.charCodeAt(0)]).toBe(value);
});

test.each([...'\u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u2026'])(
  '%j is known with the first letter as it would be learned',
  (char) => {
    learnUnit(code('a'));
    expect(unitFolds[code(char)]).toBe(foldCodePoint(code(char)).kind);
  },
);

test('half of a pair is COMPLEX, and is not kept', () => {
  expect(learnUnit(0xd83d)).toBe(COMPLEX);
  expect(unitFolds[0xd83d] ?? 0).toBe(0);
});

test('no unit at all is a joint', () => {
  expect(learnUnit(Number.NaN)).toBe(JOINT);
});

test.each([
  ['ß', WORD, 'ss'],
  ['ﬃ', WORD, 'ffi'],
  ['İ', WORD, 'i'],
  ['𝐌', WORD, 'm'],
  ['😀', SOLO, '😀'],
  ['，', SOLO, ','],
  ['ｶ', CHARACTER, 'カ'],
  ['\u{e0041}', INVISIBLE, ''],
])('%j folds to kind %d, %j', (char, kind, units) => {
  expect(foldCodePoint(code(char))).toEqual({ kind, units });
});

test.each(['-', '/', '‐', '‑', '–', '—', '\u2212', '·', '－'])('%j is a dash', (char) => {
  expect(isDash(code(char))).toBe(true);
  expect(isSpace(code(char))).toBe(false);
});

test.each([' ', '\n', '\u00a0', '\u3000', '\u0000'])('%j is a space', (char) => {
  expect(isSpace(code(char))).toBe(true);
  expect(isDash(code(char))).toBe(false);
});
