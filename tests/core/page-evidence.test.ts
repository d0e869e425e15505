import { expect, test } from 'vitest';
import { addEvidence, createPageEvidence, MOST_FORMS } from '../../src/core/page-evidence.ts';
import type { PassageReading } from '../../src/core/passage-reading.ts';

const nothing: PassageReading = {
  text: '',
  matches: [],
  cues: [],
  pageCues: [],
  names: [],
  shorts: [],
  mayMean: false,
};
const named = { start: 0, end: 4, surname: 'jenner', surface: 'Edward Jenner' };

test.each([
  ['a cue', { pageCues: [{ alias: 1, start: 0, surface: 'jab' }] }],
  ['a name', { names: [{ ...named, term: 2 }] }],
  ['a rival', { names: [named] }],
  ['a short form', { shorts: [{ text: 'Act', term: 2, start: 0 }] }],
  ['a short form of something else', { shorts: [{ text: 'Act', start: 0 }] }],
])('%s is news once', (_, part) => {
  const page = createPageEvidence();
  expect(addEvidence(page, { ...nothing, ...part })).toBe(true);
  expect(addEvidence(page, { ...nothing, ...part })).toBe(false);
});

test.each([
  ['a cue', { pageCues: [{ alias: 1, start: 0, surface: 'jab' }] }, false],
  ['a name', { names: [{ ...named, term: 2 }] }, false],
  ['a short form', { shorts: [{ text: 'Act', term: 2, start: 0 }] }, true],
])('for a finder that does not ask the page, %s is news: %s', (_, part, isNews) => {
  const page = createPageEvidence();
  expect(addEvidence(page, { ...nothing, ...part }, false)).toBe(isNews);
  expect([...page.cues.keys(), ...page.named.keys(), ...page.shorts.keys()]).toHaveLength(1);
});

test('nothing is no news', () => expect(addEvidence(createPageEvidence(), nothing)).toBe(false));

test('P41 short forms without end, or without end each, are no news', () => {
  const page = createPageEvidence();
  const form = (text: string) => ({ ...nothing, shorts: [{ text, term: 2, start: 0 }] });
  expect(addEvidence(page, form('a'.repeat(201)))).toBe(false);
  for (let at = 0; at < MOST_FORMS; at += 1) expect(addEvidence(page, form(`A${at}`))).toBe(true);
  expect(addEvidence(page, form('Act'))).toBe(false);
  expect(page.shorts.size).toBe(MOST_FORMS);
  // One that is known may still come to mean something else.
  expect(addEvidence(page, { ...nothing, shorts: [{ text: 'A1', start: 0 }] })).toBe(true);
});
