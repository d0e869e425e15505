import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { cutIndex } from '../../src/core/cut-index.ts';
import {
  type DecidedPassage,
  type Decision,
  decidePassages,
  type PackFinders,
} from '../../src/core/decide-passages.ts';
import { decodeIndex } from '../../src/core/decode-index.ts';
import { createFindPlaces } from '../../src/core/find-places.ts';
import { finish } from '../../src/core/in-turns.ts';
import { createMentionFinder } from '../../src/core/mentions.ts';
import { readNameKeys } from '../../src/core/name-keys.ts';
import { noteKeys } from '../../src/core/note-keys.ts';
import { NO_MEMORY, type PageMemory } from '../../src/core/page-memory.ts';
import { readLabelled } from '../compiler/labelled-set.ts';

// A page asks in as many questions as its text comes in, and asks again whenever it has told something new: the
// answers must not depend on where the questions were cut.

const root = join(import.meta.dirname, '../..');
const { pack, index, names: given } = await compilePack(join(root, 'data/human-rights-sanctions'));
if (!pack || !index || !given) throw new Error('the bundled pack does not compile');
const whole: PackFinders = {
  bundled: [{ id: pack.id, finder: createMentionFinder(decodeIndex(index)) }],
  added: [],
};
const names = readNameKeys(pack, given);

type Decide = (texts: readonly string[], memory: PageMemory) => Decision;

const decideByBundled: Decide = (texts, memory) => finish(decidePassages(whole, texts, memory));

/** The same names as a reader's own pack, whose finder is cut out for what the page has named so far. */
const decideByAdded: Decide = (texts, memory) => {
  const keys = finish(noteKeys([names], texts, memory.keys));
  const bytes = cutIndex(names, keys);
  const added = bytes ? [{ id: pack.id, finder: createMentionFinder(decodeIndex(bytes)) }] : [];
  return finish(
    decidePassages({ bundled: [], added }, texts, JSON.parse(JSON.stringify({ ...memory, keys }))),
  );
};

const page = (name: string): readonly string[] =>
  readLabelled(join(root, 'tests/fixtures/mentions', name)).map(({ pieces }) =>
    pieces.map(({ text }) => text).join(''),
  );

/** Asks as a page does: part by part, then about all that was decided before the page had told everything. */
function decideInParts(decide: Decide, texts: readonly string[], parts: readonly (readonly number[])[]) {
  const decided = new Map<number, { readonly passage: DecidedPassage; readonly version: number }>();
  let memory = NO_MEMORY;
  let version = 0;
  let forms: readonly string[] = [];
  const ask = (part: readonly number[]): void => {
    const decision = decide(
      part.map((at) => texts[at] ?? ''),
      memory,
    );
    ({ memory, forms } = decision);
    if (decision.grew) version += 1;
    part.forEach((at, place) => {
      const passage = decision.passages[place];
      if (!passage || (passage.mentions.length === 0 && !passage.mayMean)) decided.delete(at);
      else decided.set(at, { passage, version });
    });
  };
  parts.forEach(ask);
  // Passages that mean nothing are forgotten, and looked at again for the short forms alone.
  const findForms = createFindPlaces(forms);
  ask(texts.flatMap((text, at) => (!decided.has(at) && findForms(text).length > 0 ? [at] : [])));
  ask([...decided].flatMap(([at, one]) => (one.version < version ? [at] : [])));
  return texts.map((_, at) => decided.get(at)?.passage.mentions ?? []);
}

const spansOf = (all: readonly DecidedPassage['mentions'][]) =>
  all.map((mentions) => mentions.map(({ start, end, term }) => `${start}-${end} ${term}`));

/** Where a page of so many passages is cut. */
function cutAt(texts: readonly string[], ends: readonly number[]): readonly (readonly number[])[] {
  const all = texts.map((_, at) => at);
  const sorted = [...new Set(ends.map((end) => end % texts.length))].sort((a, b) => a - b);
  return [0, ...sorted].map((from, at) => all.slice(from, sorted[at] ?? all.length));
}

const pages = ['news-1.txt', 'news-4.txt', 'wire.txt'].map((name) => [name, page(name)] as const);

describe.each(pages)('%s', (_, texts) => {
  const all = texts.map((_, at) => at);

  test.each<[string, Decide]>([
    ['bundled', decideByBundled],
    ['added', decideByAdded],
  ])('decided by a pack that is %s it has the same mentions however its questions are cut', (_, decide) => {
    const expected = decideInParts(decide, texts, [all]);
    expect(expected.flat().length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), (ends) => {
        expect(decideInParts(decide, texts, cutAt(texts, ends))).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  test('and whatever order its parts come in', () => {
    const expected = spansOf(decideInParts(decideByBundled, texts, [all]));
    const order = fc.shuffledSubarray([...all], { minLength: all.length });
    fc.assert(
      fc.property(order, fc.integer({ min: 1, max: 40 }), (shuffled, size) => {
        const parts = all.flatMap((at) => (at % size === 0 ? [shuffled.slice(at, at + size)] : []));
        expect(spansOf(decideInParts(decideByBundled, texts, parts))).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  test('what an added pack finds is what the bundled one finds', () => {
    expect(spansOf(decideInParts(decideByAdded, texts, [all]))).toEqual(
      spansOf(decideInParts(decideByBundled, texts, [all])),
    );
  });
});
