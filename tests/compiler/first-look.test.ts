import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inProject } from '../../src/cli/project.ts';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { buildLooks } from '../../src/core/build-first-look.ts';
import { decodeIndex } from '../../src/core/decode-index.ts';
import { createFirstLook, createKeyLook } from '../../src/core/first-look.ts';
import { finish } from '../../src/core/in-turns.ts';
import { createMentionFinder, findMentions } from '../../src/core/mentions.ts';
import { readLabelled } from './labelled-set.ts';

const data = fileURLToPath(new URL('../../data/human-rights-sanctions', import.meta.url));
const { pack, index, names } = await compilePack(data);
if (!pack || !index || !names) throw new Error('the pack does not compile');
const { first, second } = buildLooks(names);
const createFirst = () =>
  createFirstLook({ expression: new RegExp(first.pattern, 'g'), words: first.words }, () => first.keys);
const createWhole = () => createKeyLook([first.keys, second]);
const finder = createMentionFinder(decodeIndex(index));

test('a page on which something is mentioned is never passed over', () => {
  const look = createFirst();
  const texts = [
    ...pack.terms.map(({ label, gloss }) => `${label}: ${gloss}`),
    ...pack.notes.map(({ fact }) => fact),
  ];
  const mentioning = texts.filter((text) => findMentions(finder, text).length > 0);
  expect(mentioning.length).toBeGreaterThan(100);
  expect(mentioning.filter((text) => look(text).length === 0)).toEqual([]);
});

const texts = globSync('tests/fixtures/mentions/*.txt', { cwd: inProject() })
  .sort()
  .flatMap((file) => readLabelled(inProject(file)))
  .map(({ pieces }) => pieces.map(({ text }) => text).join(''));

test('whatever the index finds in a text, the whole look finds there', () => {
  const look = createWhole();
  const missed = texts.flatMap((text) => {
    const ends = look(text).map(({ end }) => end);
    const isSeen = (start: number, end: number) => ends.some((at) => at > start && at <= end);
    return finder
      .findCandidates(text)
      .filter(({ start, end }) => !isSeen(start, end))
      .map(({ start, end }) => `${text.slice(start, end)}: ${text}`);
  });
  expect(texts.length).toBeGreaterThan(4_000);
  expect(missed).toEqual([]);
});

test('a passage that has anything to tell is looked into, and the first look alone would not do', () => {
  const looks = [createWhole(), createFirst()];
  const telling = texts.filter((text) => {
    const { names, shorts, pageCues, mayMean } = finish(finder.readPassage(text));
    return mayMean || names.length + shorts.length + pageCues.length > 0;
  });
  const [missed = 0, missedByFirst = 0] = looks.map(
    (look) => telling.filter((text) => look(text).length === 0).length,
  );
  expect(missed).toBe(0);
  expect(missedByFirst).toBeGreaterThan(0);
});
