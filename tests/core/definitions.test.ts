import { expect, test } from 'vitest';
import { findShortForm, isSpeltOutOtherwise, spells } from '../../src/core/definitions.ts';

const shortOf = (name: string, after: string, surname = '') =>
  findShortForm(name + after, { start: 0, end: name.length, term: 3, surname, surface: name })?.text;

test.each([
  ['National Vaccine Act', ' (the Act)', 'Act'],
  ['National Vaccine Act', ' (the “Act”)', 'Act'],
  ['National Vaccine Act', ' ("the Act")', 'Act'],
  ['National Vaccine Act', ' (hereafter the Vaccine Law)', 'Vaccine Law'],
  ['National Vaccine Act', ' (NVA)', 'NVA'],
  ['National Vaccine Act', ' (the “2012 Act”)', '2012 Act'],
  ['Court of Human Rights', ' (CHR)', 'CHR'],
  ['National Vaccine Act', ', or “the Act,” says', 'Act'],
  ['National Vaccine Act', ', or NVA, says', 'NVA'],
  ['Pub. L. 1-2', ') (the “Act”)', 'Act'],
])('%s%s introduces %s', (name, after, short) => expect(shortOf(name, after)).toBe(short));

test.each([
  ['National Vaccine Act', ' (2012)'],
  ['National Vaccine Act', ' (pictured)'],
  ['National Vaccine Act', ' (see below)'],
  ['National Vaccine Act', ' (WHO)'],
  ['National Vaccine Act', ', or Congress will'],
  ['NVA', ' (the National Vaccine Act)'],
  ['National Vaccine Act', ' was passed (the Act)'],
])('%s%s introduces nothing', (name, after) => expect(shortOf(name, after)).toBeUndefined());

test('a person’s party is no short form', () => {
  expect(shortOf('Edward Jenner', ' (R-Ariz.)', 'jenner')).toBeUndefined();
});

test.each([
  ['NVA', 'National Vaccine Act', true],
  ['ECtHR', 'European Court of Human Rights', true],
  ['CAATSA', "Countering America's Adversaries Through Sanctions Act", true],
  ['NVA', 'Vaccine Act', false],
  ['NVA', 'New Act of Vaccines', false],
  ['A', 'Act', false],
])('%s for %s: %s', (acronym, name, expected) => expect(spells(acronym, name)).toBe(expected));

test.each([
  ['the average selling price (ASP) rose', true],
  ['ASP (Active Server Pages) is old', true],
  ['ASP (the Amateur Skaters Party) is old', true],
  ['ASP, Amber Street Partners, mends roofs', true],
  ['ASP, a small party, lost', false],
  ['the club (ASP) rose', false],
  ['ASP rose', false],
])('%s: %s', (text, expected) => {
  const at = text.indexOf('ASP');
  expect(isSpeltOutOtherwise(text, at, at + 3, false)).toBe(expected);
});
