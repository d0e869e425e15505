import { describe, expect, test } from 'vitest';
import { aliasForms, alternatives } from '../../src/compiler/alias-forms.ts';
import { buildIndex, buildNames } from '../../src/compiler/build-index.ts';
import { russianForms } from '../../src/compiler/russian-forms.ts';
import { parseAlias } from '../../src/compiler/sense-rules.ts';
import { lettersOf, otherEnglish, otherNumber, otherSpellings } from '../../src/compiler/word-forms.ts';
import { corpusOf, finderOf, marked, type NamedTerm } from './names-corpus.ts';

test.each([
  ['Сергей Магнитский', 'Сергея Магнитского'],
  ['Владимир Путин', 'Владимиром Путиным'],
  ['Алексей Навальный', 'Алексею Навальному'],
  ['Анна Политковская', 'Анну Политковскую'],
  ['Наталья Весельницкая', 'Натальи Весельницкой'],
  ['Борис Немцов', 'Бориса Немцова'],
])('%s has the form %s', (name, form) => expect(russianForms(name)).toContain(form));

test.each([
  ['visa ban', 'visa bans'],
  ['refuseniks', 'refusenik'],
  ['autocracy', 'autocracies'],
  ['strongmen', 'strongman'],
  ['Vaccine Act', 'Vaccine Acts'],
])('%s and %s', (one, other) => expect(otherNumber(one)).toEqual([other]));
test.each(['rule of law', 'Jane Jenner', 'crisis', 'CAATSA'])('%s has one number', (text) =>
  expect(otherNumber(text)).toEqual([]),
);

test.each([
  ['democratization', 'democratisation'],
  ['colour revolution', 'color revolution'],
  ['vaccine', undefined],
  ['visa ban', undefined],
])('%s is %s across the Atlantic', (text, other) => expect(otherEnglish(text)[0]).toBe(other));

test.each([
  ['CIA', 'A'],
  ['Freedom House', 'Aa'],
  ['G20', 'A'],
  ['GloMag', 'GloMag'],
  ['Bank of England', 'Bank of England'],
])('capitals of %s: %s', (text, letters) => expect(lettersOf(text)).toBe(letters));

test('spellings multiply', () => {
  expect(otherSpellings('Sergei Ivanov', { Sergei: ['Sergey'], Ivanov: ['Ivanoff'] })).toEqual([
    'Sergei Ivanov',
    'Sergei Ivanoff',
    'Sergey Ivanov',
    'Sergey Ivanoff',
  ]);
});

test('an alias may list alternatives and mark the name proper', () => {
  expect(alternatives('{who} Act', { who: ['Jenner', 'Pasteur'] })).toEqual(['Jenner Act', 'Pasteur Act']);
  expect(parseAlias('President [Carter]')).toEqual({ text: 'President Carter', cut: [1, 0] });
  expect(aliasForms('visa ban', { kind: 'concept', exact: false, language: 'en' })).toEqual([
    { text: 'visa ban', derived: false },
    { text: 'visa bans', derived: true },
  ]);
});

describe('what aliases mean', () => {
  const act = (...aliases: NamedTerm['aliases']): NamedTerm => ({ kind: 'law', aliases });

  test('of two readings the one whose words stand beside it or near wins', () => {
    const finder = finderOf({
      plain: act('Vaccine Act'),
      foreign: act({ text: 'Vaccine Act', joins: ['Swiss'] }, { text: 'Vaccine Act', after: ['Peru'] }),
      later: act({ text: 'Vaccine Act', needs: ['2020'] }),
    });
    expect(marked(finder, 'the Vaccine Act')).toBe('the [[plain|Vaccine Act]]');
    expect(marked(finder, 'the Swiss Vaccine Act')).toBe('the [[foreign|Swiss Vaccine Act]]');
    expect(marked(finder, "Peru's Vaccine Act")).toBe("Peru's [[foreign|Vaccine Act]]");
    expect(marked(finder, 'the Vaccine Act of 2020')).toBe('the [[later|Vaccine Act]] of 2020');
  });

  test('other spellings of a word hold for every alias', () => {
    const wording = { spellings: { Jenner: ['Jennner'], Edward: ['Edvard'] } };
    const finder = finderOf(
      { law: act('Jenner Act'), man: { kind: 'person', aliases: ['Edward Jenner', 'Jenner'] } },
      wording,
    );
    expect(marked(finder, 'Edvard Jennner, the Jennner Act')).toBe(
      '[[man|Edvard Jennner]], the [[law|Jennner Act]]',
    );
  });

  test('a rule that asks for what does not exist is a Problem with its place', () => {
    const { index, problems } = buildIndex(
      corpusOf({ law: act({ text: 'the Act', needs: ['$nolist', '@noterm'] }) }),
    );
    expect(index).toBeUndefined();
    expect(problems).toEqual([
      { file: 'law.yaml', line: 1, field: 'needs', message: 'wording.yaml has no list "nolist"' },
      { file: 'law.yaml', line: 1, field: 'needs', message: 'there is no term "noterm"' },
    ]);
  });

  test('words that may stand anywhere on a page are numbered first', () => {
    const far = act(
      'first',
      { text: 'second', needs: ['near'] },
      { text: 'third', needs: ['far'], within: 'page' },
    );
    expect(buildNames(corpusOf({ far })).names.pageCues).toBe(1);
  });
});

describe('the subject of a pack', () => {
  const terms: Record<string, NamedTerm> = {
    fence: { kind: 'concept', aliases: ['deterrence', { text: 'deterrent', subject: 'asked' }] },
    curb: { kind: 'concept', subject: 'any', aliases: ['smart curb', { text: 'CURB', case: 'exact' }] },
    pact: { kind: 'law', aliases: ['pact of pacts'] },
  };
  const finder = finderOf(terms, { subject: ['minist*', 'treaty'] });
  const kitchen =
    'The chef, whose restaurant serves salad to customers and pupils all through the season, calls it';

  test.each([
    `${kitchen} deterrence`,
    `${kitchen} a deterrent`,
    'What is said of it, over and over again, by all of them, is that it is deterrence',
    'What the minister says at the shop, over and over again, to all of them, is that it is a deterrent',
  ])('%s: nothing', (text) => expect(marked(finder, text)).toBe(text));

  test.each([
    'It is, or so they say, [[fence|deterrence]]',
    'What the minister says at the shop, over and over again, to all of them, is that it is [[fence|deterrence]]',
    'What is said of it, over and over again, by all the ministers, is that it is a [[fence|deterrent]]',
    `${kitchen} a [[curb|smart curb]], CURB and pact of pacts`
      .replace('CURB', '[[curb|CURB]]')
      .replace('pact of pacts', '[[pact|pact of pacts]]'),
  ])('%s', (text) => expect(marked(finder, text.replace(/\[\[\w+\|(.*?)\]\]/g, '$1'))).toBe(text));

  test('a pack that tells none is not asked', () =>
    expect(marked(finderOf(terms), `${kitchen} deterrence`)).toContain('[[fence|'));
});
