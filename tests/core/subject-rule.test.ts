import { expect, test } from 'vitest';
import type { Evidence } from '../../src/core/judge.ts';
import { createPageEvidence } from '../../src/core/page-evidence.ts';
import { createSubjectReader } from '../../src/core/subject.ts';
import {
  ASKED,
  isBesideSubject,
  LIKELY,
  PRESUMED,
  subjectWordNear,
  TOLD,
} from '../../src/core/subject-rule.ts';

const readSubject = createSubjectReader('minist* treaty deter* parliament');
const TERM = 2;
const filler = ' and then one, two, three, four, five, six, seven, eight, nine, ten, eleven';

/** The place of "deterrence" in a text, with what is known of it. */
function given(text: string, known: Partial<Evidence> = {}) {
  const start = text.indexOf('deterrence');
  const evidence: Evidence = {
    text,
    headline: false,
    cues: [],
    names: [],
    page: createPageEvidence(),
    subject: () => readSubject(text),
    ...known,
  };
  return { place: { term: TERM, start, end: start + 'deterrence'.length }, evidence };
}

test.each<[text: string, presumed: boolean, asked: boolean]>([
  ['A minister spoke of deterrence', false, false],
  ['Someone spoke of deterrence', true, true],
  ['A word on deterrence, with deterrence again', true, true],
  ['A shop spoke of deterrence', true, true],
  ['A minister at a shop spoke of deterrence', false, true],
  ['A minister of parliament at a shop spoke of deterrence', false, false],
  ['A minister of parliament at a shop with customers spoke of deterrence', false, false],
  ['A chef at a shop spoke of deterrence', true, true],
  ['A minister and his ministry, chefs, golfers and teachers spoke of deterrence', true, true],
])('%s', (text, presumed, asked) => {
  const { place, evidence } = given(text + filler);
  expect(isBesideSubject(place, {}, evidence)).toBe(false);
  expect(isBesideSubject(place, { subject: PRESUMED }, evidence)).toBe(presumed);
  expect(isBesideSubject(place, { subject: ASKED }, evidence)).toBe(asked);
});

test.each<[text: string, beside: boolean]>([
  ['A minister of parliament praised gull deterrence', true],
  ['A minister of parliament praised deterrence of gulls', true],
  ['A minister of parliament praised deterrence against the gulls', true],
  ['A minister of parliament praised deterrence, gulls and more', false],
  ['A minister of parliament saw a gull and praised deterrence', false],
])('%s', (text, beside) => {
  const { place, evidence } = given(text);
  expect(isBesideSubject(place, { subject: PRESUMED }, evidence)).toBe(beside);
});

test('proper names tell little', () => {
  const text = `Peru, Chile, Spain and Italy: chef, restaurant, salad and deterrence${filler}`;
  const { place, evidence } = given(text, {
    subject: () => createSubjectReader('Peru Chile Spain Ital*')(text),
  });
  expect(isBesideSubject(place, { subject: ASKED }, evidence)).toBe(true);
  const shorter = text.replace('restaurant, salad', 'cello, oboe');
  const other = given(shorter, { subject: () => createSubjectReader('Peru Chile Spain Ital*')(shorter) });
  expect(isBesideSubject(other.place, { subject: ASKED }, other.evidence)).toBe(false);
});

test('a few words have no room to tell', () => {
  const { place, evidence } = given('It was deterrence.');
  expect(isBesideSubject(place, { subject: ASKED }, evidence)).toBe(false);
});

test('where nothing else tells, three other terms on the page do', () => {
  const page = createPageEvidence();
  const { place, evidence } = given(`Someone spoke of deterrence${filler}`, { page });
  for (const other of [0, 1, 2]) {
    page.named.set(TERM + other, 'a name');
    expect(isBesideSubject(place, { subject: ASKED }, evidence)).toBe(true);
  }
  page.named.set(TERM + 3, 'a name');
  expect(isBesideSubject(place, { subject: ASKED }, evidence)).toBe(false);
});

test('a term counts once with the words of its name, somebody else not at all', () => {
  const text = `At the shop the Treaty Ministry spoke of deterrence${filler}`;
  const name = { start: 12, end: 27, surname: '', surface: text.slice(12, 27) };
  const other = given(text, { names: [name] });
  expect(isBesideSubject(other.place, { subject: ASKED }, other.evidence)).toBe(false);
  const named = given(text, { names: [{ ...name, term: 5 }] });
  expect(isBesideSubject(named.place, { subject: ASKED }, named.evidence)).toBe(true);
});

test('the nearest word of the subject is the reason', () => {
  const { place, evidence } = given(
    'A treaty was signed. Ministers praise deterrence. Then it went to parliament.',
  );
  expect(subjectWordNear(place, evidence)).toBe('Ministers');
  const alone = given('Only deterrence');
  expect(subjectWordNear(alone.place, alone.evidence)).toBeUndefined();
});

test.each<[text: string, told: boolean, likely: boolean]>([
  ['A minister spoke of deterrence.', false, false],
  ['It was deterrence.', true, false],
  ['A shop spoke of deterrence.', true, false],
  ['A minister at a shop spoke of deterrence.', false, false],
  [`Someone spoke of deterrence${filler}`, true, false],
  [`A chef at a shop spoke of deterrence${filler}`, true, true],
])('%s told: %s, likely: %s', (text, told, likely) => {
  const { place, evidence } = given(text);
  expect(isBesideSubject(place, { subject: TOLD }, evidence)).toBe(told);
  expect(isBesideSubject(place, { subject: LIKELY }, evidence)).toBe(likely);
});
