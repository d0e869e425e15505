import { expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { decodeIndex } from '../../src/core/decode-index.ts';
import { encodeIndex, type IndexParts } from '../../src/core/encode-index.ts';
import type { TermKey } from '../../src/core/ids.ts';

const parts: IndexParts = {
  terms: [
    { key: 'p/a' as TermKey, label: 'Ä', priority: 1 },
    { key: 'p/b' as TermKey, label: 'B – b', priority: 3 },
  ],
  senses: [
    [{ term: 1, rule: { needs: [1, [2, -1]], within: 'page', cut: [1, 0] } }, { term: 0 }],
    [{}],
    [{ term: 1, rule: { person: { surname: true, given: ['x'], others: [], weak: false } } }],
  ],
  pageCues: 1,
  subject: 'minist* US',
  matcher: buildMatcher(['one', 'two', 'three']),
};

test('what is encoded is decoded', () => {
  const index = decodeIndex(encodeIndex(parts));
  expect([0, 1, 2].map(index.termAt)).toEqual([...parts.terms, undefined]);
  const needs = new Set([1, 2, -1]);
  const first = [{ term: 1, rule: { needs, within: 'page', cut: [1, 0] } }, { term: 0 }];
  expect([0, 1, 2, 3].map(index.sensesOf)).toEqual([first, ...parts.senses.slice(1), []]);
  expect([index.isPageCue(0), index.isPageCue(1)]).toEqual([true, false]);
  expect([index.matcher, index.subject]).toEqual([parts.matcher, parts.subject]);
});

test('bytes may start anywhere in their buffer', () => {
  const bytes = encodeIndex(parts);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(decodeIndex(shifted.subarray(1)).termAt(1)).toEqual(parts.terms[1]);
});

test('the same parts give the same bytes', () => expect(encodeIndex(parts)).toEqual(encodeIndex(parts)));

test.each([0, 8, 31])('%i bytes are no index', (length) => {
  expect(() => decodeIndex(encodeIndex(parts).slice(0, length))).toThrow('not an index');
});

test('an index cut short is refused', () => {
  expect(() => decodeIndex(encodeIndex(parts).slice(0, 60))).toThrow('cut short');
});
