import { expect, test } from 'vitest';
import { readToken } from '../../src/core/read-token.ts';
import { TokenCursor } from '../../src/core/token-cursor.ts';

test.each([
  ['law', 0, 3, 3, 'law'],
  [' law.', 1, 4, 4, 'law'],
  ['“U.S.” ', 1, 5, 5, 'us'],
  ['U.S.A', 0, 5, 5, 'usa'],
  ['U.S.Army', 0, 4, 4, 'us'],
  ['R. Biden', 0, 1, 2, 'r'],
  ['1.2', 0, 1, 1, '1'],
  ['Му\u0301ж\u00ad!', 0, 4, 4, 'муж'],
  ['刘晓', 0, 1, 1, '刘'],
  ['\u00ad\u0301a', 2, 3, 3, 'a'],
  ['U\u200b.\u200bS.', 0, 6, 6, 'us'],
])('the first token of %j', (text, start, end, next, units) => {
  const cursor = new TokenCursor(64);
  readToken(text, 0, cursor);
  expect([cursor.start, cursor.end, cursor.next, cursor.text()]).toEqual([start, end, next, units]);
});

test('a text without a token has none, and a cursor keeps no more than asked for', () => {
  const cursor = new TokenCursor(2);
  readToken(' – \u200b', 0, cursor);
  expect(cursor.start).toBe(-1);
  readToken('a'.repeat(500), 0, cursor);
  expect([cursor.length, cursor.units.length]).toEqual([500, 64]);
  const all = new TokenCursor(Number.POSITIVE_INFINITY);
  readToken('b'.repeat(5000), 0, all);
  expect(all.text()).toBe('b'.repeat(5000));
});
