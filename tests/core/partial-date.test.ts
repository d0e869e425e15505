import { expect, test } from 'vitest';
import type { PartialDate } from '../../src/core/ids.ts';
import { compareDates, findPartialDate } from '../../src/core/partial-date.ts';

test.each([
  ['2012', '2012'],
  ['2012-12', '2012-12'],
  ['2012-12-14', '2012-12-14'],
  ['2012-12-14T10:00:00Z', '2012-12-14'],
  ['  2012-12-14 and more', '2012-12-14'],
  ['2012-02-29', '2012-02-29'],
  ['2012-13-01', undefined],
  ['2012-02-30', undefined],
  ['2012-00', undefined],
  ['0012', undefined],
  ['14 December 2012', undefined],
  ['20121214', undefined],
  ['', undefined],
])('%j begins with %j', (text, date) => {
  expect(findPartialDate(text)).toBe(date);
});

test.each([
  ['2012', '2013', -1],
  ['2012', '2012-01', -1],
  ['2012-12', '2012-12-01', -1],
  ['2012-12-14', '2012-12-14', 0],
  ['2013', '2012-12-31', 1],
])('%s beside %s', (a, b, order) => {
  expect(compareDates(a as PartialDate, b as PartialDate)).toBe(order);
});
