import { expect, test } from 'vitest';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { HashWalk } from '../../src/core/hash-walk.ts';
import { decodeTables } from '../../src/core/matcher-tables.ts';
import { readToken } from '../../src/core/read-token.ts';
import { TokenCursor } from '../../src/core/token-cursor.ts';

function hashesOf(text: string): Int32Array {
  const cursor = new TokenCursor(1);
  const hashes: number[] = [];
  for (readToken(text, 0, cursor); cursor.start >= 0; readToken(text, cursor.next, cursor)) {
    if (cursor.isWord) hashes.push(cursor.hash);
  }
  return Int32Array.from(hashes);
}

/** A walk over all words of the text, told that there are no more, without anyone asking on the way. */
function walkOver(aliases: readonly string[], text: string): HashWalk {
  const walk = new HashWalk(decodeTables(buildMatcher(aliases)));
  const hashes = hashesOf(text);
  for (let word = 0; word < hashes.length; ) word = walk.readOn(hashes, word, hashes.length);
  return walk;
}

// Long words that share a hash, for only their ends are in it.
const TAIL = 'x'.repeat(30);

test.each([
  ['a word that none has', ['a b'], 'c', 0b0, 0],
  ['the start of an alias', ['a b c'], 'a b', 0b0, 2],
  ['an alias that others go on from', ['a b', 'a b c'], 'x a b', 0b10, 2],
  ['an alias from which none goes on', ['a b'], 'x a b', 0b10, 0],
  ['the same, but from a later word', ['a b', 'b c'], 'a b', 0b10, 1],
  ['an alias within the way to another', ['a b c d', 'b c'], 'a b c', 0b10, 3],
  ['aliases that start later', ['a a b', 'a'], 'a a', 0b11, 2],
  ['the way goes on from a later word', ['a a b', 'a a a b'], 'a a a a', 0b0, 3],
  ['an alias that goes on with a sign', ['a, b'], 'a', 0b1, 1],
  ['an alias that starts with signs', ['$ $ a b'], 'a', 0b1, 1],
  ['two tokens of one hash', [`a b${TAIL}`, `a c${TAIL}`], `a b${TAIL}`, 0b11, 0],
])('%s: where one may start', (_, aliases, text, starts, depth) => {
  const walk = walkOver(aliases, text);
  expect([walk.starts, walk.depth]).toEqual([starts, depth]);
});

test.each([
  ['the longest that starts there', ['a', 'a b', 'a b c d'], 'a b c', 2, 2],
  ['one that starts later', ['a b c d', 'b c'], 'a b c', 1, 2],
  ['the text is to be asked for signs', ['a b, c', 'a b'], 'a b', 1, undefined],
  ['and before the start', ['a b', '$a'], 'a b', 1, undefined],
  ['and for two tokens of one hash', [`a b${TAIL}`, `a c${TAIL}`, 'a'], `a b${TAIL}`, 1, undefined],
])('the alias from a word on: %s', (_, aliases, text, back, size) => {
  const walk = walkOver(aliases, text);
  walk.end();
  expect(walk.findAlias(back) < 0 ? undefined : walk.size).toBe(size);
});

test('what was read before a place is forgotten', () => {
  const walk = walkOver(['a b c d', 'b c', 'b c f', 'c e'], 'a b c');
  walk.cut(2);
  expect([walk.starts, walk.depth]).toEqual([0b10, 2]);
  walk.cut(1);
  expect([walk.starts, walk.depth]).toEqual([0, 1]);
  walk.cut(0);
  expect([walk.starts, walk.depth]).toEqual([0, 0]);
});
