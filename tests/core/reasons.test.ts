import { expect, test } from 'vitest';
import type { Evidence } from '../../src/core/judge.ts';
import type { Rule } from '../../src/core/mention-index.ts';
import { createPageEvidence } from '../../src/core/page-evidence.ts';
import { nearCue, whyOf } from '../../src/core/reasons.ts';
import { createSubjectReader } from '../../src/core/subject.ts';
import { ASKED } from '../../src/core/subject-rule.ts';

const text = 'A cue is far. A minister names the Name.';
const place = { term: 2, start: text.indexOf('Name'), end: text.indexOf('Name') + 4 };
const subject = createSubjectReader('minist*');
const page = createPageEvidence();
page.cues.set(9, 'distant cue');
const evidence: Evidence = {
  text,
  headline: false,
  cues: [{ alias: 7, start: 2, surface: 'cue' }],
  names: [],
  page,
  subject: () => subject(text),
};

test.each<[string, Rule, unknown]>([
  ['nothing asked', {}, { rule: 'name', evidence: [] }],
  ['a subject asked', { subject: ASKED }, { rule: 'near', evidence: ['minister'] }],
  ['a cue in the passage', { needs: new Set([7]) }, { rule: 'near', evidence: ['cue'] }],
  ['a cue beyond the sentence', { needs: new Set([7]), within: 'sentence' }, undefined],
  ['a cue on the page', { needs: new Set([9]), within: 'page' }, { rule: 'page', evidence: ['distant cue'] }],
  ['a cue nowhere', { needs: new Set([8]) }, undefined],
])('%s', (_, rule, why) => expect(whyOf(place, rule, evidence)).toEqual(why));

test('three other terms make a passage one subject', () => {
  const names = [3, 4, 5].map((term) => ({ start: 0, end: 1, surname: '', surface: 'A', term }));
  const rule: Rule = { needs: new Set([7]), within: 'sentence' };
  expect(nearCue(place, rule, { ...evidence, names: names.slice(1) })).toBeUndefined();
  expect(nearCue(place, rule, { ...evidence, names })).toBe('cue');
});
