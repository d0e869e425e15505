import { describe, expect, test } from 'vitest';
import { finish } from '../../src/core/in-turns.ts';
import { findMentions } from '../../src/core/mentions.ts';
import { addEvidence, createPageEvidence } from '../../src/core/page-evidence.ts';
import { finderOf, marked } from '../compiler/names-corpus.ts';

// Another subject than the bundled pack's, since core may know about none.
const finder = finderOf(
  {
    jenner: { kind: 'person', aliases: ['Edward Jenner', 'Jenner'], others: ['Kylie'] },
    cutter: { kind: 'person', aliases: ['Robert Cutter', { text: 'Cutter', needs: ['@name'] }] },
    gavi: { kind: 'organisation', aliases: ['Vaccine Alliance', { text: 'GAVI', case: 'exact' }] },
    vact: {
      kind: 'law',
      aliases: [
        'Vaccine Act',
        'National Vaccine Injury Compensation Act',
        { text: 'NVIC', case: 'exact', needs: ['@name'] },
      ],
    },
    union: { kind: 'organisation', aliases: [{ text: 'NU', case: 'exact' }] },
    unionAct: { kind: 'law', aliases: [{ text: 'Vaccine Act', joins: ['NU'] }] },
    council: {
      kind: 'organisation',
      aliases: [
        { text: 'Vaccine Council', case: 'exact', needs: ['Geneva'], home: ['Swiss', 'Switzerland'] },
      ],
    },
    herd: {
      kind: 'concept',
      aliases: ['herd immunity', { text: 'immunity', needs: ['vaccine', '$germs'] }],
      not: ['prosecution'],
    },
    ward: { kind: 'concept', aliases: [{ text: 'Ward', case: 'exact', needs: ['@any'] }] },
    booster: { kind: 'concept', aliases: [{ text: 'booster', needs: ['jab'], within: 'sentence' }] },
  },
  { lists: { germs: ['measles', 'mumps'] }, notBeside: ['Vaccine Alliance Trophy'] },
);

describe('findMentions', () => {
  test.each([
    [
      'Edward Jenner wrote. Jenner was right.',
      '[[jenner|Edward Jenner]] wrote. [[jenner|Jenner]] was right.',
    ],
    ['Dr. Jenner’s cowpox', 'Dr. [[jenner|Jenner]]’s cowpox'],
    [
      'E. A. Jenner and Edward Anthony Jenner',
      '[[jenner|E. A. Jenner]] and [[jenner|Edward Anthony Jenner]]',
    ],
    ['Kylie Jenner posed.', 'Kylie Jenner posed.'],
    ['Then Caitlyn Jenner spoke.', 'Then Caitlyn Jenner spoke.'],
    ['Later, Caitlyn Jenner spoke. Jenner smiled.', 'Later, Caitlyn Jenner spoke. Jenner smiled.'],
    ['the Edward Jenner Institute for Vaccine Research', 'the Edward Jenner Institute for Vaccine Research'],
    ['the Jenner museum in Berkeley', 'the Jenner museum in Berkeley'],
    ['Jenner, Edward: letters', '[[jenner|Jenner, Edward]]: letters'],
    ['A cookie cutter. Cutter said no.', 'A cookie cutter. Cutter said no.'],
    ['Robert Cutter said yes; Cutter left.', '[[cutter|Robert Cutter]] said yes; [[cutter|Cutter]] left.'],
    ['herd immunity', '[[herd|herd immunity]]'],
    ['Diplomatic immunity ends.', 'Diplomatic immunity ends.'],
    ['immunity after measles', '[[herd|immunity]] after measles'],
    ['immunity from prosecution, measles aside', 'immunity from prosecution, measles aside'],
    ['A jab and a booster.', 'A jab and a [[booster|booster]].'],
    ['A jab. The booster rocket rose.', 'A jab. The booster rocket rose.'],
    ['GAVI and gavi', '[[gavi|GAVI]] and gavi'],
    ['the Vaccine Alliance Trophy', 'the Vaccine Alliance Trophy'],
    ['#GAVI https://gavi.org/GAVI x@GAVI.org', '#GAVI https://gavi.org/GAVI x@GAVI.org'],
    ['In Geneva, the Vaccine Council met.', 'In Geneva, the [[council|Vaccine Council]] met.'],
    ['In Geneva, Peru’s Vaccine Council met.', 'In Geneva, Peru’s Vaccine Council met.'],
    ['the Vaccine Council of Peru, not Geneva', 'the Vaccine Council of Peru, not Geneva'],
  ])('%s', (text, expected) => expect(marked(finder, text)).toBe(expected));

  test('any other term of ours on the page is evidence enough where a rule says so', () => {
    expect(marked(finder, 'The Ward was full.')).toBe('The Ward was full.');
    expect(marked(finder, 'The Ward was full.\n\nEdward Jenner left.')).toContain('[[ward|Ward]]');
  });

  test('a name that takes in the word before it is longer than that word alone', () => {
    expect(marked(finder, 'The NU met on its NU Vaccine Act.')).toBe(
      'The [[union|NU]] met on its [[unionAct|NU Vaccine Act]].',
    );
  });

  test('short forms that the page introduces', () => {
    const text =
      'The Vaccine Act (the “Act”) passed.\n\nUnder the Act, the Clean Air Act is untouched. An act.';
    expect(marked(finder, text)).toBe(
      'The [[vact|Vaccine Act]] (the “[[vact|Act]]”) passed.\n\nUnder the [[vact|Act]], the Clean Air Act is untouched. An act.',
    );
  });

  test('an acronym that the page spells out as something else is not ours', () => {
    expect(marked(finder, 'The General Aviation Vintage Institute (GAVI) met. GAVI left.')).not.toContain(
      '[[',
    );
  });
});

test('a text without blank lines is read in parts, so that it costs no more a word', () => {
  const of = (repeats: number) =>
    findMentions(finder, `A vaccine. ${'Nobody was here. '.repeat(repeats)}And immunity.`).length;
  expect([of(1), of(100), of(10_000)]).toEqual([1, 1, 0]);
  const runs = `${'x'.repeat(50_000)} Edward Jenner`;
  expect(findMentions(finder, runs).map(({ start, end }) => runs.slice(start, end))).toEqual([
    'Edward Jenner',
  ]);
});

test('offsets are those of the whole text', () => {
  const text = 'First.\n \n\nThe Vaccine Act.';
  expect(findMentions(finder, text).map(({ start, end }) => text.slice(start, end))).toEqual(['Vaccine Act']);
});

describe('passage by passage', () => {
  test('what a later passage tells decides earlier ones', () => {
    const page = createPageEvidence();
    const first = finish(finder.readPassage('Cutter said no.'));
    expect(addEvidence(page, first)).toBe(false);
    expect(finish(finder.decide(first, page))).toEqual([]);
    expect(addEvidence(page, finish(finder.readPassage('Robert Cutter was asked.')))).toBe(true);
    expect(finish(finder.decide(first, page))).toMatchObject([
      { start: 0, end: 6, term: 'p/cutter', why: { rule: 'surname', evidence: ['Robert Cutter'] } },
    ]);
  });

  test('a passage without any alias costs no evidence', () => {
    const reading = finish(finder.readPassage('Nothing to see here.'));
    expect([reading.matches, reading.cues, reading.names]).toEqual([[], [], []]);
  });
});
