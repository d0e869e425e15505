import { expect, test } from 'vitest';
import { isThingName } from '../../src/core/thing-names.ts';

const of = (before: string, after: string, headline = false) =>
  isThingName('Ann Jones', { before, after }, headline);

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
  ['the ', ' award'],
  ['the ', ' documentary'],
  ['the village of ', ', on the coast'],
  ['the documentary ', ' won an Oscar'],
  ['the film "', '" opens'],
  ['', ', the award-winning documentary, opens'],
  ['', ', a chestnut colt, won'],
  ['', "'s Bakery in town"],
  ['', ' v. Jones'],
  ['Jones v. ', ' was heard'],
])('%j … %j is a thing', (before, after) => expect(of(before, after)).toBe(true));

test('before what somebody does, headlines have no article', () => {
  expect(of('The ', ' Show Goes On', true)).toBe(true);
  expect(of('', ' Show Goes On', true)).toBe(false);
});

test.each([
  ['', ' administration'],
  ['', ' White House'],
  ['', " 's Tower"],
  ['', "'s foundation"],
  ['', ' said the Tower fell'],
  ['', ' of the Clean Water Institute'],
  ['', ' and the Ford Foundation'],
  ['', '. Tower of London'],
  ['the carriers ', ' sent'],
  ['', ' opened a museum'],
  ['', ', the subject of a documentary, sued'],
  ['after the film, ', ' spoke'],
])('%j … %j is a person', (before, after) => expect(of(before, after)).toBe(false));

test('a verb of a headline makes no thing', () => {
  expect(of('', ' Records Gains', true)).toBe(false);
  expect(of('', ' Praises Saved Carrier Jobs', true)).toBe(false);
  expect(of('', ' Tower Sold', true)).toBe(true);
});
