import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFromPage } from '../../src/core/decode-from-page.ts';

const words = { nearbyWords: [] };

test.each([
  [{ type: 'page.changed', count: 3 }, true],
  [{ type: 'page.changed', count: '3' }, false],
  [{ type: 'page.changed', count: Number.NaN }, false],
  [{ type: 'page.changed', count: -1 }, false],
  [{ type: 'page.style', plain: 'a', inLink: 'b' }, true],
  [{ type: 'page.style', plain: 'a', inLink: 'b', quote: 7 }, false],
  [{ type: 'card.load' }, true],
  [{ type: 'card.get', term: 'p/t', context: words }, true],
  [{ type: 'card.get', term: 'p/t', context: { ...words, surface: 'the Act' } }, true],
  [{ type: 'card.get', term: 'p/t', context: { ...words, surface: 7 } }, false],
  [{ type: 'card.get', term: 'p/t', context: { ...words, why: { rule: 'alias', evidence: [] } } }, true],
  [{ type: 'card.get', term: 'p/t', context: { ...words, why: { rule: 'alias' } } }, false],
  [{ type: 'card.get', term: 'p/t', context: { ...words, pageDate: { date: 2012, from: 'meta' } } }, false],
  [{ type: 'card.get', term: 'p/t', context: { nearbyWords: [1] } }, false],
  [{ type: 'card.get', term: 'p/t', context: null }, false],
  [{ type: 'card.get', term: 'p/t', context: {} }, false],
  [{ type: 'card.get', term: 'x'.repeat(301), context: words }, false],
  [{ type: 'card.get', term: 'p/t', context: { ...words, also: ['q/t'] } }, true],
  [{ type: 'card.get', term: 'p/t', context: { ...words, also: 'q/t' } }, false],
  [{ type: 'names.get', stamp: 's', keys: [-1, 7] }, true],
  [{ type: 'names.get', stamp: 's', keys: ['7'] }, false],
  [{ type: 'names.get', keys: [] }, false],
  [{ type: 'names.get', stamp: 's', keys: Array(20_001).fill(1) }, false],
  [{ type: 'site.set', active: false }, true],
  [{ type: 'site.set' }, false],
  [{ type: 'term.mute', term: 'p/t', muted: 1 }, false],
  [Object.create({ type: 'card.load' }), false],
  [{ type: 'toString' }, false],
  [{ type: '__proto__' }, false],
  [{}, false],
  [null, false],
  ['card.load', false],
])('%j is known: %s', (message, known) => {
  expect(decodeFromPage(message) !== undefined).toBe(known);
});

test('P38 a field that no shape has is left behind', () => {
  const message = { type: 'site.set', active: false, hostname: 'bank.example', files: ['x.js'] };
  expect(decodeFromPage(message)).toEqual({ type: 'site.set', active: false });
});

test('P38 10,000 forged messages are refused or known, and never throw', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      decodeFromPage(data);
    }),
    { numRuns: 10_000 },
  );
});
