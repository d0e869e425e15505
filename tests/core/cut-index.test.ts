import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { cutIndex } from '../../src/core/cut-index.ts';
import { decodeIndex } from '../../src/core/decode-index.ts';
import { createNameLook } from '../../src/core/first-look.ts';
import { finish } from '../../src/core/in-turns.ts';
import { createMentionFinder, findMentions, type MentionFinder } from '../../src/core/mentions.ts';
import { buildNameFilter, createNameFilter } from '../../src/core/name-filter.ts';
import { readNameKeys } from '../../src/core/name-keys.ts';
import { addEvidence, createPageEvidence } from '../../src/core/page-evidence.ts';
import { readLabelled } from '../compiler/labelled-set.ts';

const root = join(import.meta.dirname, '../..');
const { pack, index, names: given } = await compilePack(join(root, 'data/human-rights-sanctions'));
if (!pack || !index || !given) throw new Error('the bundled pack does not compile');
const whole = createMentionFinder(decodeIndex(index));
const names = readNameKeys(pack, given);
const cut = (keys: readonly number[]) => cutIndex(names, keys);
const look = createNameLook(createNameFilter(buildNameFilter(names.keys)));
const keysIn = (text: string) => [...new Set(look(text).map(({ key }) => key))];

function finderFor(keys: readonly number[]): MentionFinder | undefined {
  const bytes = cut(keys);
  return bytes && createMentionFinder(decodeIndex(bytes));
}

const texts = ['set.txt', 'blind.txt', 'third.txt']
  .flatMap((name) => readLabelled(join(root, 'tests/fixtures/mentions', name)))
  .map(({ pieces }) => pieces.map(({ text }) => text).join(''));

describe('cutIndex', () => {
  test('what is cut out for a text finds in it what the whole index finds', () => {
    const differing = texts.filter((text) => {
      const finder = finderFor(keysIn(text));
      const found = finder ? findMentions(finder, text) : [];
      return JSON.stringify(found) !== JSON.stringify(findMentions(whole, text));
    });
    expect(texts.length).toBeGreaterThan(500);
    expect(differing).toEqual([]);
  }, 60_000);

  test('what was read before more keys came still holds afterwards', () => {
    const [first = '', second = ''] = [texts.slice(0, 40).join('\n\n'), texts.slice(40, 80).join('\n\n')];
    const before = keysIn(first);
    const all = [...new Set([...before, ...keysIn(second)])];
    const [small, large] = [finderFor(before), finderFor(all)];
    if (!small || !large) throw new Error('nothing was cut out');
    const passages = first.split('\n\n');
    const page = createPageEvidence();
    const readings = passages.map((text) => finish(small.readPassage(text)));
    const again = passages.map((text) => finish(large.readPassage(text)));
    expect(again).toEqual(readings);
    for (const reading of readings) addEvidence(page, reading);
    const decided = readings.map((reading) => finish(small.decide(reading, page)));
    expect(readings.map((reading) => finish(large.decide(reading, page)))).toEqual(decided);
  });

  test('gives nothing for keys that no name has', () => {
    expect(cut([])).toBeUndefined();
    expect(cut([1, 2, 3])).toBeUndefined();
  });

  test('is a small part of the whole', () => {
    expect(cut(keysIn('The Magnitsky Act and CAATSA.'))?.length).toBeLessThan(index.length / 20);
  });
});
