import { expect, test } from 'vitest';
import { buildTrie } from '../../src/core/build-trie.ts';

test('nodes stand in breadth-first order, first tokens at their own number', () => {
  const trie = buildTrie(
    [
      { ordinal: 0, tokens: [1, 2, 3], wide: 0b100 },
      { ordinal: 1, tokens: [0, 2], wide: 0 },
      { ordinal: 2, tokens: [1, 2], wide: 0 },
      { ordinal: 3, tokens: [1, 0], wide: 0b10 },
    ],
    2,
  );
  // 0: [0]  1: [1]  2: [0 2]  3: [1 0]  4: [1 2]  5: [1 2 3]
  expect([...trie.labels]).toEqual([0, 1, 2, 0, 2, 3]);
  expect([...trie.children]).toEqual([2, 3, 5, 5, 5, 6, 6]);
  expect([...trie.aliases]).toEqual([0, 0, 2, 4, 3, 1]);
  expect([...trie.wides]).toEqual([3, 0b10, 5, 0b100]);
});

test('no aliases, no nodes', () => {
  expect(buildTrie([], 0).children).toEqual(Uint32Array.of(0));
});

test('a first token that starts no alias has a node without children', () => {
  const trie = buildTrie([{ ordinal: 0, tokens: [0, 1], wide: 0 }], 2);
  // 0: [0]  1: [1], where none starts  2: [0 1]
  expect([...trie.children]).toEqual([2, 3, 3, 3]);
  expect([...trie.aliases]).toEqual([0, 0, 1]);
});
