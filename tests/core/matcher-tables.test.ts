import { expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { loadMatcher } from '../../src/core/matcher.ts';
import { decodeTables, encodeTables } from '../../src/core/matcher-tables.ts';

const bytes = buildMatcher(['Magnitsky Act', 'закон Магнитского', 'Jackson-Vanik']);

test('tables come back as they went, also from within other bytes', () => {
  const tables = decodeTables(bytes);
  expect(encodeTables(tables)).toEqual(bytes);
  const inner = new Uint8Array(bytes.length + 9);
  inner.set(bytes, 3);
  expect(decodeTables(inner.subarray(3, 3 + bytes.length))).toEqual(tables);
  expect(tables.firstTokens).toBe(3);
});

test('views are made, nothing is copied', () => {
  expect(decodeTables(bytes).labels.buffer).toBe(bytes.buffer);
});

test.each([
  ['no bytes', new Uint8Array(0)],
  ['too few bytes', bytes.slice(0, -1)],
  ['other bytes', new Uint8Array(bytes.length)],
])('%s are refused', (_, given) => {
  expect(() => loadMatcher(given)).toThrow('no matching tables');
});
