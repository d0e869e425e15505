import { describe, expect, test } from 'vitest';
import { decidePassages, type PackFinder } from '../../src/core/decide-passages.ts';
import { finish } from '../../src/core/in-turns.ts';
import { NO_MEMORY } from '../../src/core/page-memory.ts';
import { createWordFinder } from './word-finder.ts';

type Words = readonly [string, readonly string[]];

const findersOf = (packs: readonly Words[]): PackFinder[] =>
  packs.map(([id, words]) => ({ id, finder: createWordFinder(id, words) }));

const decide = (
  texts: readonly string[],
  bundled: readonly Words[],
  memory = NO_MEMORY,
  added: readonly Words[] = [],
) => finish(decidePassages({ bundled: findersOf(bundled), added: findersOf(added) }, texts, memory));

const termsOf = (text: string, ...packs: readonly Words[]): string[] =>
  decide([text], packs).passages.flatMap(({ mentions }) => mentions.map(({ term }) => term));

describe('decidePassages', () => {
  test.each<[string, Words[], string[]]>([
    ['the Act', [['a', ['Act']]], ['a/Act']],
    [
      'the Act and the Law',
      [
        ['a', ['Act']],
        ['b', ['Law']],
      ],
      ['a/Act', 'b/Law'],
    ],
    [
      'the Trade Act',
      [
        ['a', ['Act']],
        ['b', ['Trade Act']],
      ],
      ['b/Trade Act'],
    ],
    [
      'the Act',
      [
        ['a', ['Act']],
        ['b', ['Act']],
      ],
      ['a/Act'],
    ],
    [
      'Law, then Act',
      [
        ['a', ['Act']],
        ['b', ['Law']],
      ],
      ['b/Law', 'a/Act'],
    ],
    ['nothing', [['a', ['Act']]], []],
    ['the Act', [], []],
  ])('in %j by %j finds %j', (text, packs, terms) => {
    expect(termsOf(text, ...packs)).toEqual(terms);
  });

  test('answers in the order of the passages, and says which may mean something later', () => {
    const { passages } = decide(['none', 'the Act', 'an Act, an Act'], [['a', ['Act']]]);
    expect(passages.map(({ mentions, mayMean }) => [mentions.length, mayMean])).toEqual([
      [0, false],
      [1, true],
      [2, true],
    ]);
  });

  test('an added Pack stands behind the bundled ones', () => {
    const { passages } = decide(['the Act and the Law'], [['a', ['Act']]], NO_MEMORY, [
      ['b', ['Act', 'Law']],
    ]);
    expect(passages[0]?.mentions.map(({ term, also }) => [term, also])).toEqual([
      ['a/Act', ['b/Act']],
      ['b/Law', undefined],
    ]);
  });

  test('what the page told goes along, survives JSON, and is told once', () => {
    const packs: Words[] = [['a', ['Act']]];
    const first = decide(['the Trade Act (Law)'], packs);
    expect([first.grew, first.forms]).toEqual([true, ['Law']]);
    const carried = JSON.parse(JSON.stringify(first.memory));
    const second = decide(['the Trade Act (Law) once more'], packs, carried);
    expect([second.grew, second.forms, second.memory]).toEqual([false, ['Law'], first.memory]);
  });

  test('what Packs are not asked for now keep what they were told', () => {
    const memory = decide(['the Trade Act (Law)'], [['a', ['Act']]]).memory;
    expect(decide(['none'], [['b', ['Law']]], memory).memory.packs).toMatchObject(memory.packs);
  });

  test('a passage of any length is decided to its end, in parts', () => {
    const text = `${'word '.repeat(5_000)}the Act ${'word '.repeat(5_000)}an Act`;
    const { mentions = [] } = decide([text], [['a', ['Act']]]).passages[0] ?? {};
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual(['Act', 'Act']);
  });

  test('from where it is enough the rest is passed over, and what was decided stays', () => {
    const texts = Array.from({ length: 10 }, () => 'the Act');
    let asked = 0;
    const isEnough = () => {
      asked += 1;
      return asked > 14;
    };
    const finders = { bundled: findersOf([['a', ['Act']]]), added: [] };
    const { passages } = finish(decidePassages(finders, texts, NO_MEMORY, isEnough));
    expect(passages.map(({ mentions }) => mentions.length)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
  });

  test.each(['readPassage', 'decide'] as const)(
    'a Pack whose %s fails leaves the others at work',
    (method) => {
      const damaged = {
        ...createWordFinder('b', ['Law']),
        *[method]() {
          yield;
          throw new RangeError('cut short');
        },
      };
      const added = [{ id: 'b', finder: damaged }];
      const bundled = findersOf([['a', ['Act']]]);
      const { passages } = finish(decidePassages({ bundled, added }, ['the Act, the Law'], NO_MEMORY));
      expect(passages[0]?.mentions.map(({ term }) => term)).toEqual(['a/Act']);
    },
  );

  test.each(['__proto__', 'constructor', 'toString'])('a Pack may be called %s', (id) => {
    const { memory } = decide(['the Act (Law)'], [[id, ['Act']]]);
    expect(decide(['the Act (Law)'], [[id, ['Act']]], JSON.parse(JSON.stringify(memory))).grew).toBe(false);
  });
});
