import { expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { decodeTables } from '../../src/core/matcher-tables.ts';
import { findPlainRow } from '../../src/core/plain-row.ts';

const tables = decodeTables(buildMatcher(['magnitsky act', 'b']));
const idOf = (token: string) =>
  Array.from(tables.tokenStarts).findIndex(
    (start, id) => String.fromCharCode(...tables.units.slice(start, tables.tokenStarts[id + 1])) === token,
  );
const magnitskyAct = [idOf('magnitsky'), idOf('act')];

test.each([
  ['Magnitsky Act', [9, 13], 0],
  ['the “Magnitsky\u00a0ACT”.', [14, 18], 5],
  ['(Magnitsky-act)', [10, 14], 1],
  ['Magnitsky, act', [9, 14], -1],
  ['Magnitsky  act', [9, 14], -1],
  ['Magnitsky acts', [9, 13], -1],
  ['Amagnitsky act', [10, 14], -1],
  ['Magnitsky act\u0301', [9, 13], -1],
  ['Magnitsky\u00ad act', [9, 14], -1],
  ['Magnitski act', [9, 13], -1],
])('%j, whose tokens end at %j, stands plainly at %i', (text, ends, start) => {
  expect(findPlainRow(text, { size: 2, tokens: magnitskyAct, ends, first: 0 }, tables)).toBe(start);
});

test.each([
  ['b', 1, 0],
  ['a b c', 3, 2],
  ['b.', 1, -1],
  ['a.b', 3, -1],
  ['(b)', 2, 1],
])('of one letter, %j: at %i', (text, end, start) => {
  expect(findPlainRow(text, { size: 1, tokens: [idOf('b')], ends: [0, end], first: 1 }, tables)).toBe(start);
});
