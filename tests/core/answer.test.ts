import { expect, test } from 'vitest';
import { asksOf, findAnswer } from '../../src/core/answer.ts';
import type { Question, Stance } from '../../src/core/types.ts';
import { smallPack } from '../fixtures/small-pack.ts';

function questionOf(id: string): Question {
  const question = smallPack.questions.find((one) => one.id === id);
  if (!question) throw new Error(id);
  return question;
}

test.each([
  ['yes, it did', 'yes-no'],
  ['No, it does not', 'yes-no'],
  ['Ja, das wirkt', 'yes-no'],
  ['так, діє', 'yes-no'],
  ['nothing helps', 'which'],
  ['it can act alone if need be', 'which'],
  ['', 'which'],
])('where "for" means "%s", the question asks %s', (forMeans, asks) => {
  expect(asksOf({ ...questionOf('alone'), forMeans })).toBe(asks);
});

test.each<[string, Stance, string | undefined]>([
  ['alone', 'for', 'It can act alone'],
  ['alone', 'against', 'It must act with others'],
  ['alone', 'mixed', undefined],
  ['kremlin-anger', 'for', undefined],
])('%s, %s: the answer in its own words is %s', (id, stance, answer) => {
  expect(findAnswer(questionOf(id), stance)).toBe(answer);
});
