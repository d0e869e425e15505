import { describe, expect, test } from 'vitest';
import { cutSpan, hasFreeSides, hasLetters, isElsewhere } from '../../src/core/mention-rules.ts';

test.each([
  ['Freedom House', 'Freedom House', true],
  ['Freedom House', 'FREEDOM\u00a0HOUSE', true],
  ['Freedom House', 'freedom house', false],
  ['Freedom House', 'Freedom house', false],
  ['CIA', 'C.I.A.', true],
  ['CIA', 'Cia', false],
  ['GloMag', 'Glo\u00adMag', true],
])('letters of %j in %j: %s', (letters, surface, expected) =>
  expect(hasLetters(letters, surface)).toBe(expected),
);

test('words beside it may rule it out', () => {
  const rule = { notBefore: ['of'], notAfter: ['state'] };
  expect(hasFreeSides(rule, { before: 'a ', after: ' of Peru' })).toBe(false);
  expect(hasFreeSides(rule, { before: 'a State ', after: '' })).toBe(false);
  expect(hasFreeSides(rule, { before: 'a State-', after: '' })).toBe(false);
  expect(hasFreeSides(rule, { before: 'a ', after: ', of' })).toBe(true);
});

describe('isElsewhere', () => {
  const home = ['russia', 'russian'];
  test.each([
    ['Peru’s '.replace('’', "'"), '', true],
    ['the Belarusian ', '', true],
    ['', ' of Belarus', true],
    ['', ' in the Philippines', true],
    ["Russia's ", '', false],
    ['', ' of Russia', false],
    ['the ', ' in March', false],
    ['By then, ', ' said', false],
    ['Senior ', ' officials', false],
    ['UN ', '', true],
    ['a Russian-led ', '', false],
    ['a Belarusian-led ', '', true],
  ])('%j … %j: %s', (before, after, expected) =>
    expect(isElsewhere(home, { before, after }, false)).toBe(expected),
  );

  test('in a headline only nations tell', () => {
    expect(isElsewhere(home, { before: 'Court Backs ', after: '' }, true)).toBe(false);
    expect(isElsewhere(home, { before: 'Armenian ', after: '' }, true)).toBe(true);
  });
});

test.each([
  ['President Carter', 1, 0, 'Carter'],
  ['President\u00a0Carter', 1, 0, 'Carter'],
  ['Carter administration', 0, 1, 'Carter'],
  ['told the Hill', 1, 0, 'the Hill'],
])('the name proper of %j', (text, head, tail, name) => {
  expect(text.slice(...cutSpan(text, 0, text.length, [head, tail]))).toBe(name);
});
