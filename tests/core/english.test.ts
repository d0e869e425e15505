import { expect, test } from 'vitest';
import * as language from '../../src/core/english.ts';

const { states, ...folded } = language;

test('states are as they are written', () => {
  expect([...states].filter((name) => !/^(?:[A-Z][a-z]+ ?|[A-Z]\.)+$/.test(name))).toEqual([]);
});

test.each(Object.entries(folded))('%s is folded and without empty words', (_, words) => {
  const odd = [...words].filter((word) => word === '' || word !== word.toLowerCase() || /[’“”]/.test(word));
  expect(odd).toEqual([]);
});
