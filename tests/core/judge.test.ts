import { expect, test } from 'vitest';
import { type Evidence, judge } from '../../src/core/judge.ts';
import type { Rule } from '../../src/core/mention-index.ts';
import { createPageEvidence } from '../../src/core/page-evidence.ts';
import type { Naming } from '../../src/core/passage-reading.ts';

const text = 'One sentence has a cue. The next has the Name of it.';
const start = text.indexOf('Name');
const match = { start, end: start + 4, alias: 0 };
const evidence: Evidence = {
  text,
  headline: false,
  cues: [{ alias: 7, start: text.indexOf('cue'), surface: 'cue' }],
  names: [],
  page: createPageEvidence(),
  subject: () => ({ own: [], other: [] }),
};
const whyOf = (rule: Rule, given: Partial<Evidence> = {}) => {
  const verdict = judge(match, { term: 2, rule }, { ...evidence, ...given });
  return verdict && !('rival' in verdict) ? verdict.why : undefined;
};
const paged = () => {
  const page = createPageEvidence();
  page.cues.set(9, 'far cue');
  page.named.set(5, 'Other Name');
  return { page };
};

test('a quote that closes inside the name opens with it', () => {
  const quoted = 'A "small Name" of it.';
  const name = { start: quoted.indexOf('small'), end: quoted.indexOf(' it'), alias: 0 };
  expect(judge(name, { term: 2 }, { ...evidence, text: quoted })).toMatchObject({ start: name.start - 1 });
});

test('without a term there is no verdict', () => expect(judge(match, {}, evidence)).toBeUndefined());

test.each<[string, Rule, Partial<Evidence>, unknown]>([
  ['a name', {}, {}, { rule: 'name', evidence: [] }],
  ['small letters', { letters: 'NAME' }, {}, undefined],
  ['a cue in the passage', { needs: new Set([7]) }, {}, { rule: 'near', evidence: ['cue'] }],
  ['a cue in another sentence', { needs: new Set([7]), within: 'sentence' }, {}, undefined],
  [
    'the same, where the passage names three other terms',
    { needs: new Set([7]), within: 'sentence' },
    { names: [4, 5, 6].map((term) => ({ term, start: 0, end: 3, surname: '', surface: 'One' })) },
    { rule: 'near', evidence: ['cue'] },
  ],
  [
    'two other terms',
    { needs: new Set([7]), within: 'sentence' },
    { names: [4, 5, 2].map((term) => ({ term, start: 0, end: 3, surname: '', surface: 'One' })) },
    undefined,
  ],
  ['another cue', { needs: new Set([8]) }, {}, undefined],
  ['a cue elsewhere on the page', { needs: new Set([9]) }, paged(), undefined],
  [
    'the same, where the page will do',
    { needs: new Set([9]), within: 'page' },
    paged(),
    { rule: 'page', evidence: ['far cue'] },
  ],
  ['another term on the page', { needs: new Set([-6]) }, paged(), { rule: 'page', evidence: ['Other Name'] }],
  ['an unwanted cue', { not: new Set([7]) }, {}, undefined],
  [
    'a village behind it',
    { letters: 'Aa' },
    { text: 'The next has the Name, a village in Ohio.'.padStart(text.indexOf('Name') + 24) },
    undefined,
  ],
  [
    'an unwanted cue in another sentence',
    { not: new Set([7]), within: 'sentence' },
    {},
    { rule: 'name', evidence: [] },
  ],
  [
    'the same, where another term is named in the sentence',
    { not: new Set([7]) },
    { names: [{ term: 4, start: text.indexOf('The next'), end: 30, surname: '', surface: 'The' }] },
    { rule: 'name', evidence: [] },
  ],
  [
    'the same, where another term is named in another sentence',
    { not: new Set([7]) },
    { names: [{ term: 4, start: 0, end: 3, surname: '', surface: 'One' }] },
    undefined,
  ],
  ['a word after it', { notBefore: ['of'] }, {}, undefined],
  ['a word before it', { notAfter: ['the'] }, {}, undefined],
])('%s', (_, rule, given, expected) => expect(whyOf(rule, given)).toEqual(expected));

test('a name that was another nation’s just before is still theirs, until a word of home', () => {
  const rule: Rule = { letters: 'Aa', home: ['us'] };
  const of = (page: string) => {
    const names: Naming[] = [];
    const found: boolean[] = [];
    for (const { index: at } of page.matchAll(/House/g)) {
      const name = { start: at, end: at + 5, alias: 0 };
      const verdict = judge(name, { term: 2, rule }, { ...evidence, text: page, cues: [], names });
      if (verdict && 'rival' in verdict) names.push({ ...verdict, surface: 'House' });
      found.push(verdict !== undefined && !('rival' in verdict));
    }
    return found;
  };
  expect(of('He met Peru’s House. The House laughed.')).toEqual([false, false]);
  expect(of('He met Peru’s House. In the U.S. a House laughed.')).toEqual([false, true]);
  expect(of('He lives in House, a town in Ohio. Then House burnt.')).toEqual([false, false]);
  expect(of('He met the House. Then Peru’s House rose.')).toEqual([true, false]);
  const named = { ...evidence, cues: [], names: [{ start: 0, end: 5, surname: 'house', surface: 'House' }] };
  const again = (after: string, given: Rule) =>
    judge(
      { start: 13, end: 18, alias: 0 },
      { term: 2, rule: given },
      { ...named, text: `House burnt. House${after}` },
    );
  expect(again(' fell.', {})).toBeUndefined();
  expect(again(', a group in Washington, wrote.', {})).toMatchObject({ term: 2 });
  expect(again(', a group in Washington, wrote.', rule)).toBeUndefined();
});
