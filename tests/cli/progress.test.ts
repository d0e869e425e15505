import { expect, test } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';

const run = (isTTY: boolean, times: readonly number[]): string[] => {
  let time = 0;
  const written: string[] = [];
  const progress = createProgress({ isTTY, write: (text) => written.push(text) }, () => time);
  for (time of times) progress.report('reading', time, 20_000);
  progress.end();
  return written;
};

test('short work is silent', () => {
  expect(run(true, [0, 500, 999])).toEqual([]);
});

test('a terminal shows one line that changes and goes', () => {
  expect(run(true, [1000, 1050, 2000])).toEqual([
    '\rreading: 5 % (1 s)\u001b[K',
    '\rreading: 10 % (2 s)\u001b[K',
    '\r\u001b[K',
  ]);
});

test('a log gets a line now and then', () => {
  expect(run(false, [1000, 2000, 5999, 6000, 20_000])).toEqual([
    'reading: 5 % (1 s)\n',
    'reading: 30 % (6 s)\n',
    'reading: 100 % (20 s)\n',
  ]);
});
