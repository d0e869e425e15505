import { expect, test } from 'vitest';
import {
  givenBehind,
  isFatherName,
  surnameOf,
  withOpeningQuote,
  wordsBack,
} from '../../src/core/name-spans.ts';

const at = (text: string, name: string) => [text.indexOf(name), text.indexOf(name) + name.length] as const;

test.each([
  ['the “small name” law', 'small name” law', '“small name” law'],
  ["the 'small name' law", "small name' law", "'small name' law"],
  ['the “small name law”', 'small name law', 'small name law'],
  ['the town’s small name', 'small name', 'small name'],
])('%s: an opening quote that closes inside the name belongs to it', (text, name, whole) => {
  const [start, end] = at(text, name);
  expect(text.slice(withOpeningQuote(text, start, end), end)).toBe(whole);
});

test.each([
  ['Ada King', 'king'],
  ['King, Ada', 'king'],
  ['Ada Kíng', 'king'],
  ['King’s', 'kings'],
])('%s is compared as %s', (name, surname) => expect(surnameOf(name)).toBe(surname));

test.each([
  ['King, Ada, spoke', 'King, Ada'],
  ['King, A., spoke', 'King, A.'],
  ['King, Ada Georgievna spoke', 'King, Ada Georgievna'],
  ['King, Ada spoke', 'King, Ada'],
])('%s: given names behind the surname end with it', (text, whole) =>
  expect(text.slice(0, givenBehind(text, 'King'.length))).toBe(whole),
);

test.each([
  ['met Ada B. King', 2, 'Ada B. King'],
  ['met Ada B. King', 0, 'King'],
  ['met “Ada King', 1, 'Ada King'],
  ['met (Ada King', 1, 'Ada King'],
])('%s: %i words before belong to the name', (text, words, whole) =>
  expect(text.slice(wordsBack(text, text.indexOf('King'), words))).toBe(whole),
);

test.each([
  ['Ivanovich', true],
  ['IVANOVNA', true],
  ['Петрович', true],
  ['King', false],
])('%s is a father’s name: %s', (word, is) => expect(isFatherName(word)).toBe(is));
