import { expect, test } from 'vitest';
import { everydayMatters } from '../../src/core/english-matters.ts';

const entries = everydayMatters.split(' ');

test('each word is folded or an acronym, long enough to tell, and there once', () => {
  expect(entries.filter((word) => !/^[A-Z]{3,4}$|^[a-z]{4,}$|^[a-z]{3,}\*?$/.test(word))).toEqual([]);
  expect(entries.filter((word, at) => entries.indexOf(word) !== at)).toEqual([]);
});

test('no word is a form of another', () => {
  const stems = entries.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const covered = (word: string) =>
    stems.some((stem) => word.replace('*', '') !== stem && word.startsWith(stem));
  expect(entries.filter(covered)).toEqual([]);
});
