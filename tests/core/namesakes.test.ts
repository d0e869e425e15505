import { expect, test } from 'vitest';
import { isCaseName, isNamesake, isSaidToBe } from '../../src/core/namesakes.ts';

const of = (before: string, after: string) => isNamesake('Name', { before, after });

test.each([
  ['', ', a techno festival in town'],
  ['', ', a 1999 thriller starring Ann Jones'],
  ['', ', the black Labrador of a deputy'],
  ['', ', a lobster caught off Maine'],
  ['the film "', '" opens'],
  ['the documentary ', ' won an Oscar'],
  ['A racehorse called ', ' won'],
  ['A yacht named ', ' sank'],
  ['Her cat ', ' slept'],
  ["The family's goat, ", ', escaped'],
  ['Her novel, ', ', was shortlisted'],
  ['the band "', '" played'],
  ['"', '" is the third album by them'],
  ['"', '" won the Oscar for best documentary'],
  ['Ann Jones\'s "', '\'s People" is out in paperback'],
  ['', "'s Bakery in town"],
  ['', ' is also a horse'],
  ['', ', a cocktail of rum and lime,'],
  ['"', '" is also the name of a club'],
  ['a gene called ', ' glows'],
])('%j … %j bears the name', (before, after) => expect(of(before, after)).toBe(true));

test.each([
  ['', ', a film director from Kyiv'],
  ['', ', a bar owner'],
  ['', ', the subject of a documentary'],
  ['the film ', ' made in 1940'],
  ['After the film, ', ', who wept'],
  ['A lawyer named ', ' died'],
  ['questions that dog ', ' still'],
  ['"', '" was on every placard'],
  ['', "'s Bank"],
  ['', "'s Memoir"],
  ['', ' is also a lawyer'],
  ['', ', a series of measures'],
  ['', ', a dark horse from Ohio,'],
  ['', ', a bull in a china shop,'],
  ['', ', his yacht seized,'],
  ['After the storm ', ' flew'],
  ['In his memoir, ', ', the former mayor, writes'],
  ['In the film ', ' is called mild'],
  ['"', '," the film director said'],
  ['Kyiv\'s "', '" was fast'],
  ['the film. "', '\'s people are here"'],
])('%j … %j does not', (before, after) => expect(of(before, after)).toBe(false));

test('what is said to be one of some nouns', () => {
  const nouns = new Set(['town']);
  expect(isSaidToBe(', a fishing town in Fukui', nouns)).toBe(true);
  expect(isSaidToBe(', a town councillor', nouns)).toBe(false);
  expect(isSaidToBe(', a man of the town', nouns)).toBe(false);
});

test.each([
  ['', ' v. Jones', true],
  ['Jones v. ', ' was heard', true],
  ['', ' vs. Jones', false],
])('%j … %j is a case: %s', (before, after, is) => expect(isCaseName({ before, after })).toBe(is));
