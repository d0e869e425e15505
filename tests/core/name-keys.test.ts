import { describe, expect, test } from 'vitest';
import { buildFirstLook } from '../../src/core/build-first-look.ts';
import { aliasAt, findKey, readNameKeys, termAt } from '../../src/core/name-keys.ts';
import type { NamedAlias, PackNames } from '../../src/core/pack-names.ts';
import type { Pack } from '../../src/core/types.ts';

const ALIASES: readonly NamedAlias[] = [
  ['Jackson-Vanik', [[0, 0]]],
  ['U.S. Congress', []],
  [
    'Rule of Law',
    [
      [1, 1],
      [0, 0],
    ],
  ],
  ['Путин', [[-1, 2]]],
  ['刘晓波', [[1, 0]]],
];
const pack = {
  id: 'p',
  terms: [
    { id: 'jv', label: 'Jackson–Vanik', priority: 1 },
    { id: 'law', label: 'Rule of law', priority: 3 },
  ],
} as unknown as Pack;
const given: PackNames = { pageCues: 1, aliases: ALIASES, rules: [{ letters: 'Aa' }, { spells: 'Putin' }] };
const keyOf = (text: string) => new Int32Array(buildFirstLook([text]).keys.slice().buffer)[0] ?? 0;

describe('readNameKeys', () => {
  const names = readNameKeys(pack, given);

  test('sorts every alias by the key that the first look has of it, and says whether it tells of a term', () => {
    expect([...names.keys]).toEqual([...names.keys].toSorted((a, b) => a - b));
    for (const [alias, [text]] of ALIASES.entries()) {
      const at = findKey(names.keys, keyOf(text));
      expect([names.keys[at], names.aliases[at], names.telling[at]]).toEqual([
        keyOf(text),
        alias,
        text === 'U.S. Congress' ? 0 : 1,
      ]);
    }
  });

  test('gives aliases and terms back', () => {
    expect(ALIASES.map((_, alias) => aliasAt(names, alias))).toEqual(
      ALIASES.map(([text, readings]) => ({ text, readings })),
    );
    expect([termAt(names, 0), termAt(names, 1)]).toEqual([
      { key: 'p/jv', label: 'Jackson–Vanik', priority: 1 },
      { key: 'p/law', label: 'Rule of law', priority: 3 },
    ]);
    expect(names.hasPageCues).toBe(true);
  });

  test('has none where there is none', () => {
    expect(readNameKeys(pack, { pageCues: 0, aliases: [], rules: [] }).keys.length).toBe(0);
  });

  test.each([
    ['…', 'has no word'],
    ['a '.repeat(25), 'has more than 24 words'],
    ['x'.repeat(65), 'a word longer than 64'],
  ])('P48 %j is refused', (text, words) => {
    expect(() => readNameKeys(pack, { pageCues: 0, aliases: [[text, []]], rules: [] })).toThrow(words);
  });

  test('P48 24 words and 64 letters are not too many', () => {
    const aliases: NamedAlias[] = [
      ['a '.repeat(24).trim(), []],
      ['x'.repeat(64), []],
    ];
    expect(readNameKeys(pack, { pageCues: 0, aliases, rules: [] }).keys.length).toBe(2);
  });
});
