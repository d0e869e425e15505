import { expect, test } from 'vitest';
import { buildFirstLook, buildLooks, tellingIn } from '../../src/core/build-first-look.ts';
import { createKeyLook } from '../../src/core/first-look.ts';

const aliases = [
  ['Act', []],
  ['Magnitsky Act', [[0, 0]]],
  ['Magnitskiy', [[-1, 1]]],
  ['Street', [[-1, 2]]],
] as const;
const rules = [{ spells: 'Magnitsky' }, { letters: 'Aa' }];
const names = { pageCues: 0, aliases, rules };

test('only what may mean a term is looked for first', () => {
  expect(tellingIn(names)).toEqual(['Magnitsky Act', 'Magnitskiy']);
  expect(buildLooks(names).first).toEqual(buildFirstLook(['Magnitsky Act', 'Magnitskiy']));
});

test.each([
  ['the Act', 0, 1],
  ['the Magnitsky Act', 1, 2],
  ['a street', 0, 1],
  ['none', 0, 0],
])('in %j the first look finds %i, and with the second one %i', (text, byFirst, byBoth) => {
  const { first, second } = buildLooks(names);
  expect(createKeyLook([first.keys])(text).length).toBe(byFirst);
  expect(createKeyLook([first.keys, second])(text).length).toBe(byBoth);
});
