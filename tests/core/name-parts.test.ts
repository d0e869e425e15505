import { expect, test } from 'vitest';
import { isNamePart } from '../../src/core/name-parts.ts';
import { neighboursOf } from '../../src/core/neighbours.ts';

/** The name stands between brackets. */
const isPart = (marked: string, headline = false): boolean => {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  return isNamePart(text.slice(start, end), neighboursOf(text, start, end), headline);
};

test.each([
  'She works at the [Clean Water] Institute.',
  'The [Clean Water] Institute opened.',
  '[Clean Water] Institute staff walked out.',
  'He runs the Centre for [Clean Water] in Delhi.',
  'It breaks the Treaty on the [Clean Water] of Lakes.',
  'On World [Clean Water] Day he spoke.',
  'Under the [Clean Water] of Lakes Act it is a crime.',
  'The band [Thunder] played.',
  'The [Thunder] podcast won a prize.',
  '[Thunder] Watch said so.',
  '[Thunder], a bakery, opens at six.',
])('%s: part of a longer name', (text) => expect(isPart(text)).toBe(true));

test.each([
  'The [clean water] Institute opened.',
  'They spoke of [Clean Water] and bread.',
  '[Clean water] is dear.',
  '[Thunder] Jones heard was far away.',
  'The [CLEAN WATER] INSTITUTE opened.',
  'The [Clean Water] Talks began.',
  'It is Jones’s [Clean Water].',
  'Old [Clean Water] in the lake.',
])('%s: on its own', (text) => expect(isPart(text)).toBe(false));

test('in a headline only what makes an institution tells', () => {
  expect(isPart('Mayor Wants [Clean Water] Soon in Town', true)).toBe(false);
  expect(isPart('[Clean Water] Institute Wins Prize', true)).toBe(true);
});

test('a title in quotation marks is a name, a quotation is not', () => {
  expect(isPart('He wrote "The [Autocrat] of the Breakfast Table" in 1858.')).toBe(true);
  expect(isPart('NEW IN PAPER: "Of [Clean Water] and Bread" by Ann Jones', true)).toBe(true);
  expect(isPart('They chose "[Thunder]" by Ann Jones.')).toBe(true);
  expect(isPart('"[Clean Water] is what we want," he said.')).toBe(false);
});
