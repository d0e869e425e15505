import { expect, test } from 'vitest';
import type { PartialDate } from '../../src/core/ids.ts';
import { dateText } from '../../src/ui/date-text.ts';
import { countText, listText } from '../../src/ui/words.ts';
import { createMessageWords } from './message-words.ts';

const MESSAGES = {
  claims_one: { message: '$1 claim' },
  claims_few: { message: '$1 (few) claims' },
  claims_other: { message: '$1 claims' },
};

test.each([
  ['en', 1, '1 claim'],
  ['en', 0, '0 claims'],
  ['en', 2, '2 claims'],
  ['ru', 1, '1 claim'],
  ['ru', 3, '3 (few) claims'],
  ['ru', 5, '5 claims'],
  ['de', 1200, '1.200 claims'],
])('%s counts %i as "%s"', (language, count, text) => {
  expect(countText(createMessageWords(MESSAGES, language), 'claims', count)).toBe(text);
});

test.each([
  ['en', ['A'], 'A'],
  ['en', ['A', 'B'], 'A and B'],
  ['de', ['A', 'B', 'C'], 'A, B und C'],
])('%s joins %j as "%s"', (language, names, text) => {
  expect(listText(createMessageWords({}, language), names, 'conjunction')).toBe(text);
});

test.each([
  ['2012', 'en-GB', 'long', '2012'],
  ['2012-12', 'en-GB', 'long', 'December 2012'],
  ['2012-12-14', 'en-GB', 'long', '14 December 2012'],
  ['2012-12-14', 'en-GB', 'short', '14 Dec 2012'],
  ['2012-12-14', 'de', 'long', '14. Dezember 2012'],
  ['2012-01-01', 'en-GB', 'long', '1 January 2012'],
  ['someday', 'en-GB', 'long', 'someday'],
] as const)('%s in %s, %s: %s', (date, language, month, text) => {
  expect(dateText(date as PartialDate, language, month)).toBe(text);
});
