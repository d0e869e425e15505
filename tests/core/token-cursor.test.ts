import { expect, test } from 'vitest';
import { gearOf, hashUnit, TokenCursor } from '../../src/core/token-cursor.ts';

const hashOf = (text: string) =>
  [...text].reduce((hash, char) => hashUnit(hash, gearOf(char.charCodeAt(0))), 0);

test('the hash depends on order, is never 0 and stays a small integer', () => {
  expect(hashOf('ab')).not.toBe(hashOf('ba'));
  const long = hashOf('a long word to overflow'.repeat(9));
  expect(long).toBeGreaterThan(0);
  expect(long).toBeLessThan(2 ** 28);
});

test('short words seldom share a hash, as sums of multiples of one number would', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const words = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
  expect(words.length - new Set(words.map(hashOf)).size).toBeLessThan(20);
  expect(hashOf('the')).not.toBe(hashOf('1853'));
});

test('a cursor counts all units and keeps as many as asked for', () => {
  const cursor = new TokenCursor(2);
  cursor.addAll('abc');
  expect([cursor.length, cursor.hash]).toEqual([3, hashOf('abc')]);
  cursor.clear(7);
  cursor.addAll('xy');
  expect([cursor.start, cursor.length, cursor.text()]).toEqual([7, 2, 'xy']);
});
