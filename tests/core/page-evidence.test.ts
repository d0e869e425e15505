import { expect, test } from 'vitest';
import { addEvidence, createPageEvidence } from '../../src/core/page-evidence.ts';
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
