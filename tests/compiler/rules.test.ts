import { expect, test } from 'vitest';
import { rules } from '../../src/compiler/rules.ts';
import { compileSeeded, type Seed } from './seeded.ts';

const seed = (file: string, from: string | RegExp, to: string): Seed => ({ file, from, to });
const NORTH = 'sources/north-2001.yaml';
const ACT = 'terms/harbour-act.yaml';
const BAY = 'terms/great-bay.yaml';
const ADA = 'terms/ada-north.yaml';
const ASK = 'questions/build-it.yaml';
const NOTE = 'notes/north-2001.yaml';
const LINE = 'timeline.yaml';
const added = (file: string, to: string): Seed => ({ file, from: '', to });
const SECOND_BAY = `label: Second Bay
kind: place
kindLine: Bay
priority: 2
gloss: Another bay.
records:
  - cite: Chart 13
aliases:
`;
const SECOND_BAY_JSON = JSON.stringify({
  ...{ label: 'Second Bay', kind: 'place', kindLine: 'Bay', priority: 2, gloss: 'Another bay.' },
  ...{ records: [{ cite: 'Chart 13' }], aliases: ['Second Bay'] },
});

test('the small pack has no problem', async () => {
  expect(await compileSeeded([])).toEqual([]);
});

const long = 'word '.repeat(50).trim();

/** Rule, what was done to the small pack, and all that is said of it. */
const faults: readonly (readonly [string, Seed, readonly string[]])[] = [
  [
    'shape',
    seed('pack.yaml', 'licence: CC-BY-4.0\n', ''),
    ['pack.yaml:1 licence: the field "licence" is missing'],
  ],
  [
    'shape',
    seed(ACT, 'kindLine', 'kindline'),
    [
      'terms/harbour-act.yaml:1 kindLine: the field "kindLine" is missing',
      'terms/harbour-act.yaml:3 kindline: there is no field "kindline" here; check its spelling',
    ],
  ],
  [
    'shape',
    seed(ACT, 'kind: law', 'kind: statute'),
    [
      'terms/harbour-act.yaml:2 kind: must be one of "law", "person", "organisation", "outlet", "event", "concept", "programme", "place"',
    ],
  ],
  [
    'shape',
    seed(ACT, 'https://example.org/act', 'http://example.org/act'),
    ['terms/harbour-act.yaml:8 records.0.url: must be an https link'],
  ],
  [
    'shape',
    seed(BAY, 'priority: 2', 'priority: 4'),
    ['terms/great-bay.yaml:4 priority: must be one of 1, 2, 3'],
  ],
  [
    'shape',
    seed(ASK, 'id: bi-n2', 'id: BI n2'),
    [
      'questions/build-it.yaml:15 positions.0.claims.1.id: must be lower-case letters, digits and single hyphens',
    ],
  ],
  [
    'shape',
    seed(LINE, '"2000"', '"spring"'),
    ["timeline.yaml:8 1.date: must be a date such as '2012', '2012-12' or '2012-12-14'"],
  ],
  [
    'yaml',
    seed(LINE, 'terms: [great-bay]', 'terms: [great-bay'),
    [
      'timeline.yaml:11 not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ],
  [
    'yaml',
    seed(LINE, '  date', '\tdate'),
    ['timeline.yaml:2 not valid YAML: indent with spaces, not with a tab'],
  ],
  [
    'yaml',
    seed(BAY, 'kind: place', 'kind: place\nkind: place'),
    ['terms/great-bay.yaml:3 not valid YAML: Map keys must be unique'],
  ],
  [
    'yaml',
    seed(BAY, 'kind: place', 'kind: *bay'),
    [
      'terms/great-bay.yaml:2 "*bay" points to another value; write the value itself, or put the text in quotes',
    ],
  ],
  [
    'idsRead',
    added('terms/Bay_2.yaml', `${SECOND_BAY}  - Second Bay\n`),
    [
      'terms/Bay_2.yaml:1 "Bay_2" is no id: name the file with lower-case letters, digits and hyphens',
      'terms/Bay_2.yaml:1 no question, note or event has "Bay_2" under its terms, so its card leads nowhere',
      'terms/Bay_2.yaml:1 nothing leads to "Bay_2"; name it in an event, a note or a question, or as related in another term',
    ],
  ],
  [
    'idsOnce',
    added('terms/great-bay.json', SECOND_BAY_JSON),
    ['terms/great-bay.yaml:1 the term id "great-bay" is used twice; give one of them another'],
  ],
  [
    'unread',
    added('terms/second-bay.yml', SECOND_BAY),
    ['terms/second-bay.yml:1 this is not read: a file here is named <id>.yaml, with no folder between'],
  ],
  [
    'unread',
    added('terms/bays/second-bay.yaml', SECOND_BAY),
    ['terms/bays:1 this is not read: a file here is named <id>.yaml, with no folder between'],
  ],
  [
    'unread',
    added('timeline.yml', '[]'),
    ['timeline.yml:1 this is not read: a file here is one of pack.yaml, timeline.yaml, wording.yaml'],
  ],
  [
    'idsOnce',
    seed(LINE, 'id: survey', 'id: act'),
    ['timeline.yaml:7 the event id "act" is used twice; give one of them another'],
  ],
  [
    'proseCitations',
    seed(ASK, '@south-2002, ¶2', '@south-2002, 2'),
    [
      'questions/build-it.yaml:3 "[@north-2001, ¶1; @south-2002, 2]" is not a citation; write it as [@source-id, ¶4]',
    ],
  ],
  [
    'proseCitations',
    seed(ASK, '@south-2002, ¶2', '@south-2002, ¶9'),
    ['questions/build-it.yaml:3 south-2002 has 4 paragraphs, so no ¶9'],
  ],
  [
    'hasAuthor',
    seed(NORTH, /authors:\n.*\n/, 'authors: []\n'),
    ['sources/north-2001.yaml:2 a source needs an author; name the organisation if no person is'],
  ],
  [
    'hasRemarks',
    seed(NORTH, /remarks:\n.*\n/, 'remarks: []\n'),
    ['sources/north-2001.yaml:12 say what is certain about this source and what is inferred'],
  ],
  [
    'isCited',
    seed(ASK, 'cite: "[@south-2002, ¶3]"', 'cite: "[@north-2001, ¶3]"'),
    [
      'questions/build-it.yaml:14 "bi-s1" is from the same source',
      'questions/build-it.yaml:29 "bi-n1" is from the same source',
      'sources/south-2002.yaml:1 no claim cites the source "south-2002"',
    ],
  ],
  [
    'glossLength',
    seed(BAY, 'The bay in', long),
    ['terms/great-bay.yaml:5 the gloss has 280 characters; at most 240'],
  ],
  [
    'labelLength',
    seed(BAY, 'label: Great Bay', `label: ${long.slice(0, 49)}`),
    ['terms/great-bay.yaml:1 the label has 49 characters; at most 48'],
  ],
  [
    'glossRecorded',
    seed(BAY, /records:\n.*\n/, ''),
    ['terms/great-bay.yaml:1 name a record that the gloss of "great-bay" rests on'],
  ],
  [
    'hasAlias',
    seed(BAY, /aliases:\n.*\n/, 'aliases: []\n'),
    ['terms/great-bay.yaml:9 "great-bay" has no alias, so no page can mention it'],
  ],
  [
    'aliasOnce',
    seed(BAY, '- Great Bay', '- Great Bay\n  - harbour act'),
    [
      'terms/harbour-act.yaml:11 the alias "Harbour Act" is already one of great-bay (terms/great-bay.yaml:11)',
    ],
  ],
  [
    'aliasOnce',
    seed(BAY, '- Great Bay', '- Great Bay\n  - great  bay'),
    ['terms/great-bay.yaml:11 the alias "great  bay" is already one of great-bay (terms/great-bay.yaml:10)'],
  ],
  [
    'commonAlias',
    seed(BAY, '- Great Bay', '- Great Bay\n  - The Water'),
    [
      'terms/great-bay.yaml:11 the alias "The Water" is a common word; say which words must be near (needs: […])',
    ],
  ],
  [
    'commonAlias',
    seed(ACT, ', needs: [harbour]', ''),
    ['terms/harbour-act.yaml:12 the alias "HA" is too short; say which words must be near (needs: […])'],
  ],
  [
    'relatedExist',
    seed(BAY, '[ada-north]', '[ada-north, ada-south]'),
    ['terms/great-bay.yaml:8 there is no term "ada-south"; check its spelling'],
  ],
  [
    'relatedExist',
    seed(ADA, '[north-2001]', '[north-2003]'),
    ['terms/ada-north.yaml:9 there is no source "north-2003"; check its spelling'],
  ],
  [
    'relatedExist',
    seed(BAY, '[ada-north]', '[ada-north, great-bay]'),
    ['terms/great-bay.yaml:8 "great-bay" is related to itself'],
  ],
  [
    'leadsSomewhere',
    seed(ADA, /person([\s\S]*)sources: .*\n/, 'concept$1'),
    [
      'terms/ada-north.yaml:1 no question, note or event has "ada-north" under its terms, so its card leads nowhere',
    ],
  ],
  [
    'reachable',
    seed(BAY, '[ada-north]', '[harbour-act]'),
    [
      'terms/ada-north.yaml:1 nothing leads to "ada-north"; name it in an event, a note or a question, or as related in another term',
    ],
  ],
  [
    'namesTerms',
    seed(ASK, 'great-bay]', 'small-bay]'),
    ['questions/build-it.yaml:4 there is no term "small-bay"; check its spelling'],
  ],
  [
    'twoSides',
    seed(ASK, 'stance: against', 'stance: mixed'),
    [
      'questions/build-it.yaml:6 the question "build-it" needs a position for and one against, or a reason in "lone"',
    ],
  ],
  [
    'stanceOnce',
    seed(
      ASK,
      'exchanges:',
      '  - stance: against\n    answer: No\n    claims: [{ id: bi-s2, says: Cannot be done., cite: "[@south-2002, ¶1]", quote: cannot be done, strength: slight }]\nexchanges:',
    ),
    ['questions/build-it.yaml:30 two positions are "against"; join them'],
  ],
  [
    'positionsHaveClaims',
    seed(ASK, 'exchanges:', '  - { stance: mixed, answer: Perhaps, claims: [] }\nexchanges:'),
    ['questions/build-it.yaml:30 no claim carries the position "Perhaps"'],
  ],
  [
    'balanced',
    seed(
      ASK,
      'its cost.',
      'its whole cost within ten years of the first ship that enters it under the new pilot rules.',
    ),
    [
      'questions/build-it.yaml:6 one side has 3.2 times the words of the other (at most 2); say why in "unbalanced"',
    ],
  ],
  [
    'balanced',
    seed(ASK, 'terms: [h', 'unbalanced: No reason left\nterms: [h'),
    ['questions/build-it.yaml:4 the sides are balanced now; take the reason out'],
  ],
  [
    'exchangesHold',
    seed(ASK, 'objection: bi-s1', 'objection: bi-n2'),
    ['questions/build-it.yaml:31 "bi-n2" is not among the claims that oppose "bi-n1"'],
  ],
  [
    'exchangesHold',
    seed(ASK, 'reply: bi-n2', 'reply: bi-s1'),
    ['questions/build-it.yaml:31 the reply "bi-s1" is not from the source of "bi-n1"'],
  ],
  [
    'exchangesHold',
    seed(ASK, 'reply: bi-n2', 'reply: bi-n9'),
    ['questions/build-it.yaml:31 there is no claim "bi-n9" in the question "build-it"'],
  ],
  [
    'cited',
    seed(ASK, '"[@north-2001, ¶3]"', 'North, page 3'),
    ['questions/build-it.yaml:17 "North, page 3" is not one citation; write it as [@source-id, ¶4]'],
  ],
  [
    'cited',
    seed(ASK, '@north-2001, ¶3', '@north-2001, ¶4'),
    ['questions/build-it.yaml:17 north-2001 has 3 paragraphs, so no ¶4'],
  ],
  [
    'cited',
    seed(ASK, '@north-2001, ¶3', '@north-2009, ¶3'),
    [
      'questions/build-it.yaml:17 there is no source "north-2009" in sources/',
      'questions/build-it.yaml:31 the reply "bi-n2" is not from the source of "bi-n1"',
    ],
  ],
  [
    'quoteWords',
    seed(ASK, 'earn back its cost\n', 'earn back\n'),
    ['questions/build-it.yaml:12 the quote has 2 words; it must have 3 to 7'],
  ],
  [
    'quoteLetters',
    seed(ASK, 'paused in the spring', 'can’t be paused'),
    ['questions/build-it.yaml:18 a quote holds only ASCII letters, digits, spaces, full stops and commas'],
  ],
  [
    'oneSentence',
    seed(ASK, 'away for good.', 'away for good'),
    ['questions/build-it.yaml:25 a claim is a sentence and ends with a full stop'],
  ],
  [
    'opposition',
    seed(ASK, '        opposedBy: [bi-n1]\n', ''),
    ['questions/build-it.yaml:14 "bi-s1" does not list "bi-n1" in its turn'],
  ],
  [
    'opposition',
    seed(ASK, 'opposedBy: [bi-s1]', 'opposedBy: [bi-s1, bi-s7]'),
    ['questions/build-it.yaml:14 there is no claim "bi-s7"'],
  ],
  [
    'ownWords',
    seed(ASK, 'Answers that dredging can be paused in spring.', 'Expects the harbour to earn a little.'),
    ['questions/build-it.yaml:16 shares "expects the harbour to earn" with the claim "bi-n1"; reword one'],
  ],
  [
    'notePoints',
    seed(NOTE, '[2]', '[2, 8]'),
    ['notes/north-2001.yaml:2 north-2001 has 3 paragraphs, so no ¶8'],
  ],
  [
    'noteRecorded',
    seed(NOTE, /records:\n.*\n/, 'records: []\n'),
    ['notes/north-2001.yaml:6 the note "cost" names no record'],
  ],
  [
    'noteTerms',
    seed(NOTE, 'terms: [harbour-act]', 'terms: [act]'),
    ['notes/north-2001.yaml:10 there is no term "act"; check its spelling'],
  ],
  [
    'noteClaims',
    seed(NOTE, 'claims: [bi-n1]', 'claims: [bi-s1]'),
    ['notes/north-2001.yaml:11 the claim "bi-s1" is not from north-2001'],
  ],
  ['eventDates', seed(LINE, '1999-03-01', '1999-02-30'), ['timeline.yaml:2 there is no day 1999-02-30']],
  [
    'eventRecorded',
    seed(LINE, /records:\n {4}- cite: Chart 12/, 'records: []'),
    ['timeline.yaml:11 the event "survey" names no record'],
  ],
];

test.each(faults)('%s: %o', async (_, change, said) => {
  expect(await compileSeeded([change])).toEqual(said);
});

test('every rule has a fault of its own here', () => {
  const seeded = new Set(faults.map(([rule]) => rule));
  expect(Object.keys(rules).filter((rule) => !seeded.has(rule))).toEqual([]);
});

test('all problems are told at once, by file and line', async () => {
  const said = await compileSeeded([
    seed(LINE, '1999-03-01', '1999-02-30'),
    seed(BAY, '[ada-north]', '[ada-north, ada-south]'),
    seed(ASK, 'away for good.', 'away for good'),
  ]);
  expect(said.map((line) => line.split(' ')[0])).toEqual([
    'questions/build-it.yaml:25',
    'terms/great-bay.yaml:8',
    'timeline.yaml:2',
  ]);
});
