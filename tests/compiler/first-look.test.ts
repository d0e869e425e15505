import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { decodeIndex } from '../../src/core/decode-index.ts';
import { createFirstLook } from '../../src/core/first-look.ts';
import { createMentionFinder, findMentions } from '../../src/core/mentions.ts';

const data = fileURLToPath(new URL('../../data/human-rights-sanctions', import.meta.url));

test('a page on which something is mentioned is never passed over', async () => {
  const { pack, index, firstLook } = await compilePack(data);
  if (!pack || !index || !firstLook) throw new Error('the pack does not compile');
  const look = createFirstLook(firstLook);
  const finder = createMentionFinder(decodeIndex(index));
  const texts = [
    ...pack.terms.map(({ label, gloss }) => `${label}: ${gloss}`),
    ...pack.notes.map(({ fact }) => fact),
  ];
  const mentioning = texts.filter((text) => findMentions(finder, text).length > 0);
  expect(mentioning.length).toBeGreaterThan(100);
  expect(mentioning.filter((text) => look(text).length === 0)).toEqual([]);
});
