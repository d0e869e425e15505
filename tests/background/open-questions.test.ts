import { expect, test } from 'vitest';
import { createOpenQuestions, MOST_OPEN } from '../../src/background/open-questions.ts';
import type { Sender } from '../../src/browser/api.ts';

const senderOf = (tab: number, frameId: number) => ({ tab: { id: tab }, frameId }) as Sender;

/** Questions that stay open until they are told what came of them. */
function setUp() {
  const answer = createOpenQuestions();
  const ends: { resolve(value: string): void; reject(error: Error): void }[] = [];
  const ask = (sender: Sender) =>
    answer(sender, () => new Promise<string>((resolve, reject) => ends.push({ resolve, reject })));
  return { ask, ends };
}

test('P38 a frame has few questions open at a time, and another frame or tab as many', async () => {
  const { ask, ends } = setUp();
  const open = Array.from({ length: MOST_OPEN }, () => ask(senderOf(1, 0)));
  await expect(ask(senderOf(1, 0))).rejects.toThrow(`more than ${MOST_OPEN} questions`);
  expect(ends).toHaveLength(MOST_OPEN);
  const others = [ask(senderOf(1, 7)), ask(senderOf(2, 0))];
  expect(ends).toHaveLength(MOST_OPEN + 2);
  for (const { resolve } of ends) resolve('answered');
  expect(await Promise.all([...open, ...others])).toEqual(Array(MOST_OPEN + 2).fill('answered'));
});

test('one that is answered or fails makes room for another', async () => {
  const { ask, ends } = setUp();
  const open = Array.from({ length: MOST_OPEN }, () => ask(senderOf(1, 0)));
  ends[0]?.resolve('answered');
  ends[1]?.reject(new Error('the disk is broken'));
  await Promise.allSettled(open.slice(0, 2));
  const more = [ask(senderOf(1, 0)), ask(senderOf(1, 0))];
  await expect(ask(senderOf(1, 0))).rejects.toThrow();
  for (const { resolve } of ends) resolve('answered');
  expect(await Promise.all([open[2], ...more])).toEqual(Array(3).fill('answered'));
});
