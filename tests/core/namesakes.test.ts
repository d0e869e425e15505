import { expect, test } from 'vitest';
import { isNamesake, isSaidToBe } from '../../src/core/namesakes.ts';

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
  ['', ' v. Jones'],
  ['Jones v. ', ' was heard'],
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
  ['the film. "', '\'s people are here"'],
])('%j … %j does not', (before, after) => expect(of(before, after)).toBe(false));

test('what is said to be one of some nouns', () => {
  const nouns = new Set(['town']);
  expect(isSaidToBe(', a fishing town in Fukui', nouns)).toBe(true);
  expect(isSaidToBe(', a town councillor', nouns)).toBe(false);
  expect(isSaidToBe(', a man of the town', nouns)).toBe(false);
});
