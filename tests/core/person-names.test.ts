import { expect, test } from 'vitest';
import { bearerOf } from '../../src/core/person-names.ts';

const person = { surname: true, given: ['edward'], others: ['kylie'], weak: false };
const weak = { ...person, weak: true };
const of = (before: string, after = '', who = person, headline = false) =>
  bearerOf(who, { before, after }, headline);

test.each([
  ['Edward ', 1],
  ['then Edward ', 1],
  ['Edward A. ', 2],
  ['E. A. ', 2],
  ['Edward Anthony ', 2],
  ['Edwrd ', 1],
  ['Edwaard ', 1],
  ['Edwurd ', 1],
])('%j is his own, %i words', (before, words) => expect(of(before)).toMatchObject({ is: 'own', words }));

test('of a pair who share the surname both are named', () => {
  expect(of('Edward and Kylie ')).toMatchObject({ is: 'own', words: 3 });
  expect(of('Bruce and Kylie ')).toEqual({ is: 'other' });
  expect(of('Edward or Kylie ')).toEqual({ is: 'other' });
});

test.each(['When ', 'said ', 'Mr. ', 'Opposing ', 'In Berlin ', 'Poor ', "Britain's ", 'pro-', ''])(
  '%j leaves the surname bare',
  (before) => expect(of(before)).toMatchObject({ is: 'bare' }),
);

test.each(['Edwarda ', 'Edwart ', 'Adward ', 'Kylie ', 'star Caitlyn ', 'K. ', 'Then Bruce '])(
  '%j is somebody else',
  (before) => expect(of(before)).toEqual({ is: 'other' }),
);

test('a son is not his father', () => {
  expect(of('Edward ', ' Jr.')).toEqual({ is: 'other' });
  expect(bearerOf({ ...person, surname: false }, { before: '', after: ', Jr. said' }, false)).toEqual({
    is: 'other',
  });
});

test.each([
  ['the hooker ', ''],
  ['her dentist, ', ', smiled'],
  ['', ', the town hooker, limped'],
  ['', ', 29, a plumber from Bath, paid'],
])('%j…%j: one of another trade is somebody else', (before, after) => {
  for (const surname of [true, false])
    expect(bearerOf({ ...weak, surname }, { before, after }, false)).toEqual({ is: 'other' });
});

test('whom one of another trade knows is nobody else', () => {
  expect(of('the dancer ', ' admired')).toMatchObject({ is: 'bare' });
  expect(of('his barber, ', ' told friends, ', { ...person, surname: false })).toMatchObject({ is: 'own' });
});

test('who is young of two is the other one', () => expect(of('the younger ')).toEqual({ is: 'other' }));

test('after a modal and who may do it, a headline has a verb', () => {
  expect(of('Passion Can ', ' Price', person, true)).toEqual({ is: 'other' });
  expect(of('Why Can ', ' Wait', person, true)).toMatchObject({ is: 'bare' });
});

test('what stands for a surname may be a given name', () => {
  const titled = (after: string, isHeadline = false) =>
    bearerOf({ ...person, surname: false }, { before: 'President ', after }, isHeadline, 'Heath').is;
  expect(titled(' Dunn asked')).toBe('other');
  expect(titled(' Dies', true)).toBe('own');
  expect(titled(' Monday said')).toBe('own');
  expect(titled(' of the Rotary club thanked')).toBe('other');
});

test('those whom only their town knows have titles of their own', () => {
  expect(of('Officer ', ' said')).toEqual({ is: 'other' });
  const told = (before: string) => bearerOf(person, { before, after: ' said' }, false, '', true);
  expect(told('Officer ')).toEqual({ is: 'other' });
  expect(told('KGB Officer ')).toMatchObject({ is: 'bare' });
  expect(of('Officer ', ' Wins', person, true)).toMatchObject({ is: 'bare' });
  expect(of('the ', ' brothers sing')).toEqual({ is: 'other' });
});

test('a namesake is said to be none of the family', () =>
  expect(of('named ', ', no relation, fixes pianos')).toEqual({ is: 'other' }));

test('a title says whom, a courtesy does not', () => {
  expect(of('President ')).toEqual({ is: 'bare', titled: true });
  expect(of('Mrs. ')).toEqual({ is: 'bare', titled: false });
});

test('a head of office behind the name says whom too', () => {
  expect(of('the ', ' administration')).toEqual({ is: 'bare', titled: true });
  expect(of('the ', ' White House')).toEqual({ is: 'bare', titled: true });
  expect(of('the ', ' family')).toEqual({ is: 'bare', titled: false });
  expect(of('the Jones-', ' summit')).toEqual({ is: 'bare', titled: true });
  expect(of('the ', '-Jones talks')).toEqual({ is: 'bare', titled: true });
  expect(of('the ', '-Jones clinic')).toEqual({ is: 'bare', titled: false });
});

test('a weak surname after "in" is a place', () => {
  expect(of('born in ', ', Kent', weak)).toEqual({ is: 'place' });
  expect(of('in ', '’s view', weak)).toMatchObject({ is: 'bare' });
  expect(of('trust in ', '', person)).toMatchObject({ is: 'bare' });
});

test('a town of the name stands in a state', () => {
  expect(of('a sailor from ', ', Texas, spoke')).toEqual({ is: 'other' });
  expect(of('born in ', ', North Dakota.')).toEqual({ is: 'other' });
  expect(of('so did ', ', Ohio’s governor')).toMatchObject({ is: 'bare' });
  expect(of('so did ', ', Washington, and Moscow')).toMatchObject({ is: 'bare' });
});

test('a weak surname is nobody’s beside another name', () => {
  expect(of('', ' Page', weak)).toEqual({ is: 'other' });
  expect(of('Smith-', '', weak)).toEqual({ is: 'other' });
  expect(of('', ' Administration', weak)).toMatchObject({ is: 'bare' });
});

test('in a headline only known names tell', () => {
  expect(of('Court Backs ', '', person, true)).toMatchObject({ is: 'bare' });
  expect(of('Kylie ', '', person, true)).toEqual({ is: 'other' });
});

test.each([
  ['President ', ' of the student union resigned', 'other'],
  ['President ', ' of Ohio University resigned', 'other'],
  ['President ', ' of the United States', 'bare'],
  ['President ', ' of Russia said', 'bare'],
  ['Mr. ', ' of the ministry', 'bare'],
])('%j…%j: %s', (before, after, is) => expect(of(before, after)).toMatchObject({ is }));

test('a name in small letters that is half of a longer word is a handle', () => {
  expect(bearerOf(person, { before: 'install ', after: '-tools now' }, false, 'smith')).toEqual({
    is: 'other',
  });
  expect(bearerOf(person, { before: 'the ', after: '-era rules' }, false, 'Smith')).toMatchObject({
    is: 'bare',
  });
});
