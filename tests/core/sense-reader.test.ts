import { expect, test } from 'vitest';
import { encodeSenses } from '../../src/core/encode-senses.ts';
import type { TermKey } from '../../src/core/ids.ts';
import {
  asksPage,
  createRuleReader,
  createSenseReader,
  NO_TERM,
  senseOf,
} from '../../src/core/sense-reader.ts';

const terms = [{ key: 'p/a' as TermKey, label: 'A', priority: 1 }] as const;

test('senses are read as they were packed', () => {
  const drafts = [[{ term: 0 }, {}], [{ term: 0, rule: { needs: [3, [4, -1]], home: ['x'] } }]];
  const { senses, rules } = encodeSenses({ terms, senses: drafts });
  const sensesOf = createSenseReader(Uint32Array.of(2, 3), Uint32Array.from(senses), rules);
  expect(sensesOf(0)).toEqual([{ term: 0 }, {}]);
  expect(sensesOf(1)).toEqual([{ term: 0, rule: { needs: new Set([3, 4, -1]), home: ['x'] } }]);
  expect(sensesOf(2)).toEqual([]);
});

test('cues in a row are written as first and last', () => {
  const drafts = [[{ term: 0, rule: { needs: [9, 3, 4, 5, [6, 7, 8, -1]] } }]];
  const { senses, rules } = encodeSenses({ terms, senses: drafts });
  const sensesOf = createSenseReader(Uint32Array.of(1), Uint32Array.from(senses), rules);
  expect(rules.lists).toEqual([
    [[6, 8], -1],
    [9, [3, 5], [0]],
  ]);
  expect(sensesOf(0)).toEqual([{ term: 0, rule: { needs: new Set([9, 3, 4, 5, 6, 7, 8, -1]) } }]);
});

test('a rule is unpacked once, rule 0 never', () => {
  const ruleAt = createRuleReader(
    () => ['x'],
    () => ({ home: 7 }),
  );
  expect(ruleAt(1)).toBe(ruleAt(1));
  expect([ruleAt(0), ruleAt(1)]).toEqual([undefined, { home: ['x'] }]);
});

test('no term is no field', () => expect(senseOf(NO_TERM, undefined)).toEqual({}));

test.each([
  [{ letters: 'Aa' }, false],
  [{ not: 0, notBefore: 1 }, false],
  [{}, false],
  [{ needs: 0 }, true],
  [{ letters: 'A', person: {} }, true],
])('a rule %j asks the page: %s', (rule, asks) => {
  expect(asksPage(rule)).toBe(asks);
});
