import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFromPage } from '../../src/core/messages.ts';

test.each([
  [{ type: 'page.changed', count: 3 }, true],
  [{ type: 'page.changed', count: '3' }, false],
  [{ type: 'page.style', plain: 'a', inLink: 'b' }, true],
  [{ type: 'card.load' }, true],
  [{ type: 'card.get', term: 'p/t', context: { nearbyWords: [] } }, true],
  [{ type: 'card.get', term: 'p/t', context: null }, false],
  [{ type: 'card.get', term: 'p/t', context: {} }, false],
  [{ type: 'site.set', hostname: 'example.org' }, false],
  [{ type: 'toString' }, false],
  [{ type: '__proto__' }, false],
  [{}, false],
  [null, false],
  ['card.load', false],
])('%j is known: %s', (message, known) => {
  expect(decodeFromPage(message) !== undefined).toBe(known);
});

test('P38 10,000 forged messages are refused or known, and never throw', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      decodeFromPage(data);
    }),
    { numRuns: 10_000 },
  );
});
