import { describe, expect, test } from 'vitest';
import {
  isAbbreviation,
  isDateline,
  isHeadline,
  isHeadlineAt,
  neighboursOf,
  neighboursOfTitle,
  opensSentence,
  plain,
  reach,
  sentenceAround,
  wordsAfter,
  wordsBefore,
} from '../../src/core/neighbours.ts';

test('full-width letters read like others', () =>
  expect(plain('Ｓａｙｓ　Ｐｕｔｉｎ’ｓ')).toBe("Says Putin's"));

test('plain shows a text as it reads', () => {
  expect(plain('Mag\u00adnit\u200bsky\u2011style\u00a0“law”\nof  ’12')).toBe('Magnitsky-style "law" of \'12');
});

test('neighbours are cut at a bounded reach', () => {
  const { before, after } = neighboursOf(`${'x'.repeat(500)} name ${'y'.repeat(500)}`, 501, 505);
  expect([before.length, after.length]).toEqual([90, 90]);
});

test.each([
  ['then President ', ['President', 'then']],
  ['Bill and Hillary ', ['Hillary', 'and', 'Bill']],
  ['said. Later ', ['Later']],
  ['by Sergei L. ', ['L.', 'Sergei', 'by']],
  ['(Mr. ', ['Mr.']],
  ['said, ', []],
  ['pro-', []],
])('words before: %j', (before, expected) => expect(wordsBefore(before, 3)).toEqual(expected));

test.each([
  [' Tower in town', ['Tower', 'in', 'town']],
  ['’s tower', []],
  [', Jr.', []],
  [' Media & Technology', ['Media', '&', 'Technology']],
])('words after: %j', (after, expected) => expect(wordsAfter(after, 3)).toEqual(expected));

test.each(['Mr.', 'U.S.', 'L.', 'Sen.', 'No.'])('%s ends no sentence', (word) =>
  expect(isAbbreviation(word)).toBe(true),
);
test.each(['said.', 'Act.', 's.'])('%s ends one', (word) => expect(isAbbreviation(word)).toBe(false));

test.each(['', 'He left. ', 'since the 1960s. ', 'He said: "', '- '])('%j opens a sentence', (before) =>
  expect(opensSentence(before)).toBe(true),
);
test.each(['and ', 'the U.S. ', 'Mr. '])('%j does not', (before) =>
  expect(opensSentence(before)).toBe(false),
);

describe('sentenceAround', () => {
  const text = 'The U.S. left. Sen. Cardin stayed! “Why?” Nobody knew.';
  test.each([
    ['left', 'The U.S. left.'],
    ['Cardin', 'Sen. Cardin stayed!'],
    ['knew', 'Nobody knew.'],
  ])('%s', (word, sentence) => {
    const at = text.indexOf(word);
    expect(text.slice(...sentenceAround(text, at, at + word.length))).toBe(sentence);
  });
});

test('a headline capitalises nearly every longer word', () => {
  expect(isHeadline('Court Backs Doctor in Vaccine Dispute')).toBe(true);
  expect(isHeadline('The court backs Doctor Jenner in a dispute')).toBe(false);
});

test.each([
  ['GENOA', '', ', Italy — Ships', true],
  ['GENOA', ' ', ', Italy, Nov. 3 (AP) — Ships', true],
  ['GENOA', '', ', ITALY — SHIPS', false],
  ['Genoa', '', ', Italy — Ships', false],
  ['GENOA', 'in ', ', Italy — Ships', false],
  ['GENOA', '', ', he said', false],
])('%s%s is a dateline: %s', (surface, before, after, expected) => {
  expect(isDateline(surface, neighboursOf(before + after, before.length, before.length))).toBe(expected);
});

describe('isHeadlineAt', () => {
  test.each([
    ['COURT STOPS VISA BAN FOR CLERKS\nThe clerks were glad.', 'VISA BAN', true],
    ['Court Stops Visa Ban for Clerks\nThe clerks were glad of it.', 'Visa Ban', true],
    ['Court Stops Visa Ban\nThe Visa Ban was gone before they had noticed.', 'The Visa Ban', false],
    ['CLERKS WANT VISA BAN LIFTED SOON - they wrote to the court about it.', 'VISA BAN', true],
    ['They wrote to the court about the VISA BAN that holds them back.', 'VISA BAN', false],
  ])('%j: %s', (text, name, expected) => {
    const at = text.indexOf(name);
    expect(isHeadlineAt(text, at, at + name.length)).toBe(expected);
  });
});

test('around a title in quotation marks more of the text is seen', () => {
  const far = 'x'.repeat(2 * reach);
  const before = (text: string) => {
    const start = text.indexOf('Title');
    return neighboursOfTitle(text, start, start + 5).before.length;
  };
  expect(before(`${far} “Title” ${far}`)).toBe(far.length + 2);
  expect(before(`${far} Title ${far}`)).toBe(reach);
});
