import { expect, test } from 'vitest';
import { encodeIndex, type IndexParts } from '../../src/core/encode-index.ts';
import type { TermKey } from '../../src/core/ids.ts';

const term = { key: 'p/a' as TermKey, label: 'A', priority: 1 } as const;
const parts: IndexParts = { terms: [term], senses: [], pageCues: 0, matcher: new Uint8Array(4) };

test('a list that rules share is written once', () => {
  const shared = { term: 0, rule: { home: ['here', 'there', 'everywhere'] } };
  const once = encodeIndex({ ...parts, senses: [[shared]] }).length;
  const other = { term: 0, rule: { ...shared.rule, letters: 'A' } };
  const added = encodeIndex({ ...parts, senses: [[shared], [other]] }).length - once;
  expect(added).toBeLessThan(JSON.stringify(shared.rule.home).length + 16);
});

test('more rules than a sense can name are refused', () => {
  const senses = Array.from({ length: 4097 }, (_, at) => [{ term: 0, rule: { letters: `L${at}` } }]);
  expect(() => encodeIndex({ ...parts, senses })).toThrow('rules');
});

test('every section starts on four bytes', () => {
  expect(encodeIndex({ ...parts, matcher: new Uint8Array(5) }).length % 4).toBe(0);
});
