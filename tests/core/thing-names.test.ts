import { expect, test } from 'vitest';
import { isThingName } from '../../src/core/thing-names.ts';

const of = (before: string, after: string, headline = false) => isThingName({ before, after }, headline);

test.each([
  ['', ' Tower'],
  ['', ' tower in town'],
  ['', ' Presidential Library'],
  ['', ' Washington National Airport'],
  ['', ' & Sons Ltd'],
  ['', ' Institute for Research'],
  ['the USS ', ' sailed'],
  ['aboard the carrier ', ', cooks'],
  ['', ' Place'],
  ['', ', a quiet harbour in'],
  ['', ' Prize'],
])('%j … %j is a thing', (before, after) => expect(of(before, after)).toBe(true));

test.each([
  ['', ' administration'],
  ['', ' White House'],
  ['', " 's Tower"],
  ['', "'s foundation"],
  ['', ' said the Tower fell'],
  ['', '. Tower of London'],
  ['the carriers ', ' sent'],
  ['', ' opened a museum'],
])('%j … %j is a person', (before, after) => expect(of(before, after)).toBe(false));

test('a verb of a headline makes no thing', () => {
  expect(of('', ' Records Gains', true)).toBe(false);
  expect(of('', ' Tower Sold', true)).toBe(true);
});
