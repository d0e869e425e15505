import { describe, expect, test } from 'vitest';
import { finish } from '../../src/core/in-turns.ts';
import { readNameKeys } from '../../src/core/name-keys.ts';
import { MOST_KEYS, noteKeys } from '../../src/core/note-keys.ts';

const note = (...given: Parameters<typeof noteKeys>) => finish(noteKeys(...given));

/** As much of a Pack as this asks for: names that each mean a Term. */
const namesOf = (...words: readonly string[]) =>
  readNameKeys(
    { id: 'p' as never, terms: [] },
    { pageCues: 0, rules: [], aliases: words.map((word) => [word, []]) },
  );

describe('src/core/note-keys.ts', () => {
  test('notes each name once, in the order in which they are come upon', () => {
    const names = namesOf('harbour', 'quay', 'mole');
    const all = note([names], ['the quay', 'a mole, a quay, the Harbour'], []);
    expect(all.length).toBe(3);
    expect(new Set(all)).toEqual(new Set(names.keys));
    expect(note([names], ['the quay'], [])).toEqual(all.slice(0, 1));
    expect(note([names], ['the quay', 'the mole'], [])).toEqual(all.slice(0, 2));
  });

  test.each([
    ['no text', ['harbour'], [], []],
    ['no name', [], ['the harbour'], []],
    ['a text without one', ['harbour'], ['the quay', ''], []],
    ['nothing new', ['harbour'], ['the quay'], [7, -3]],
  ])('of %s notes what was known', (_, words, texts, before) => {
    expect(note([namesOf(...words)], texts, before)).toEqual(before);
  });

  test('what was known stays in front, though no Pack has it any more', () => {
    const names = namesOf('harbour', 'quay');
    const [quay] = note([names], ['quay'], []);
    expect(note([names], ['harbour, quay'], [9, quay ?? 0]).slice(0, 2)).toEqual([9, quay]);
  });

  test('Packs that share a name share its key', () => {
    expect(note([namesOf('harbour'), namesOf('harbour', 'quay')], ['harbour, quay'], []).length).toBe(2);
  });

  test('P41 a flood of names is noted up to a limit', () => {
    const words = Array.from({ length: 20 }, (_, at) => `w${at}`);
    const full = Array.from({ length: MOST_KEYS - 3 }, (_, at) => at);
    expect(note([namesOf(...words)], [words.join(' ')], full).length).toBe(MOST_KEYS);
  });
});
