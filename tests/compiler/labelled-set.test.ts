import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { decodeIndex } from '../../src/core/decode-index.ts';
import { createMentionFinder } from '../../src/core/mentions.ts';
import { perturbations, perturbed, readLabelled, scoreOf } from './labelled-set.ts';

// The whole corpus compiles in a second on an idle machine, and in ten on a busy one.
vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, '../..');
const { index, pack } = await compilePack(join(root, 'data/human-rights-sanctions'));
if (index === undefined || pack === undefined) throw new Error('the bundled pack does not compile');
const finder = createMentionFinder(decodeIndex(index));
const read = (name: string) => readLabelled(join(root, 'tests/fixtures/mentions', name));
const set = [
  'set',
  'blind',
  'third',
  'paragraphs-1',
  'paragraphs-2',
  'paragraphs-3',
  'paragraphs-4',
  'paragraphs-5',
  'plain',
  'plain-2',
  'plain-3',
  'news-1',
  'news-2',
  'news-3',
  'news-4',
  'news-5',
  'wire',
  'blind-a',
  'blind-b',
  'blind-c',
  'ordinary',
  'blind-d',
  'blind-e',
  'blind-f',
  'blind-g',
  'blind-h',
  'blind-i',
  'blind-j',
  'blind-k',
  'blind-l',
  'blind-m',
  'blind-n',
  'blind-o',
  'blind-p',
  'names',
  'ideas',
].flatMap((name) => read(`${name}.txt`));

describe('the labelled set', () => {
  test('is large, half confusable, and names every term', () => {
    const terms = new Set(set.flatMap(({ pieces }) => pieces.flatMap(({ term }) => term ?? [])));
    expect(set.length).toBeGreaterThanOrEqual(500);
    expect(set.filter(({ confusable }) => confusable).length).toBeGreaterThanOrEqual(200);
    const unnamed = pack.terms.filter(({ id }) => !terms.has(id)).map(({ id }) => id);
    expect(unnamed, 'terms without a labelled text; add one to tests/fixtures/mentions/set.txt').toEqual([]);
  });

  test('mentions are found, where they are, and nothing else is', () => {
    const { f1, exact, falseMarks, faults } = scoreOf(finder, set);
    expect.soft(faults).toEqual([]);
    expect(f1).toBeGreaterThanOrEqual(0.99);
    expect(exact).toBeGreaterThanOrEqual(0.98);
    expect(falseMarks).toBeLessThanOrEqual(0.5);
  });

  test.each(Object.entries(perturbations))('%s hide no mention', (_, change) => {
    for (const everywhere of [false, true]) {
      const { recall, exact, faults } = scoreOf(finder, perturbed(set, change, everywhere));
      const seen = faults.filter((fault) => !/^\S+ false /.test(fault));
      expect(recall, seen.join('\n')).toBeGreaterThanOrEqual(0.99);
      expect(exact, seen.join('\n')).toBeGreaterThanOrEqual(0.98);
    }
  });
});
