import { expect, test } from 'vitest';
import { findPartialDate } from '../../src/core/partial-date.ts';

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
