import { describe, expect, test } from 'vitest';
import { readAliasTree } from '../../src/core/alias-tree.ts';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { encodeIndex } from '../../src/core/encode-index.ts';
import { firstLookKey } from '../../src/core/first-look.ts';
import { findKey, readNameKeys } from '../../src/core/name-keys.ts';

const ALIASES = [
  'Jackson-Vanik',
  'U.S. Congress',
  'Rule of Law',
  'rule of thumb',
  'Путин',
  '刘晓波',
  'C & A',
];
const indexOf = (aliases: readonly string[]) =>
  encodeIndex({ terms: [], senses: aliases.map(() => []), pageCues: 0, matcher: buildMatcher(aliases) });

describe('readAliasTree', () => {
  test('gives every alias back, folded', () => {
    const tree = readAliasTree(buildMatcher(ALIASES));
    expect(ALIASES.map((_, at) => tree.textOf(at))).toEqual([
      'jackson-vanik',
      'us congress',
      'rule of law',
      'rule of thumb',
      'путин',
      '刘 晓 波',
      'c & a',
    ]);
    expect([tree.count, tree.textOf(-1), tree.textOf(99)]).toEqual([7, undefined, undefined]);
  });

  test('a matcher built from what it gives is the same', () => {
    const bytes = buildMatcher(ALIASES);
    const tree = readAliasTree(bytes);
    expect(buildMatcher(ALIASES.map((_, at) => tree.textOf(at) ?? ''))).toEqual(bytes);
  });

  test('of aliases that fold alike only the first is one', () => {
    const tree = readAliasTree(buildMatcher(['US', 'U.S.']));
    expect([tree.textOf(0), tree.textOf(1)]).toEqual(['us', undefined]);
  });

  test('P47 tables that do not fit together are refused and not followed', () => {
    const good = buildMatcher(ALIASES);
    let refused = 0;
    for (let at = 0; at < good.length; at += 1) {
      const bad = good.slice();
      bad[at] = (bad[at] ?? 0) ^ 0xff;
      try {
        const tree = readAliasTree(bad);
        for (let alias = 0; alias < Math.min(tree.count, 100); alias += 1) tree.textOf(alias);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(100);
  });
});

describe('readNameKeys', () => {
  const names = readNameKeys(indexOf(ALIASES));

  test('sorts every alias by the key of its first words', () => {
    expect([...names.keys]).toEqual([...names.keys].toSorted((a, b) => a - b));
    for (const [alias, text] of ALIASES.entries()) {
      const at = findKey(names.keys, firstLookKey(text));
      expect([names.keys[at], names.aliases[at]]).toEqual([firstLookKey(text), alias]);
    }
  });

  test('has none where there is none, and refuses what is no index', () => {
    expect(readNameKeys(indexOf([])).keys.length).toBe(0);
    expect(() => readNameKeys(new Uint8Array(100))).toThrow(RangeError);
  });
});
