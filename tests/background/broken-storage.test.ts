import { expect, test } from 'vitest';
import { inProject } from '../../src/cli/project.ts';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import type { Card } from '../../src/core/card.ts';
import { installFakeExtension, ownId } from './fake-extension.ts';

// The background while every read and write of the browser's storage fails.

const url = 'https://news.example/page';
const sender = { id: ownId, url, origin: 'https://news.example', frameId: 0, tab: { id: 7, windowId: 1 } };

test('P60 P63 storage throws: a card is built all the same, and a choice that was not kept is not called kept', async () => {
  const { pack } = await compilePack(inProject('tests', 'fixtures', 'small-pack'));
  const id = pack?.id ?? '';
  const files = new Map<string, unknown>([
    ['packs/packs.json', [id]],
    [`packs/${id}.json`, pack],
  ]);
  const extension = installFakeExtension(files);
  await import('../../src/background/background.ts');
  const term = `${id}/harbour-act`;

  expect(await extension.send({ type: 'term.mute', term, muted: true }, sender)).toBe(true);
  extension.breakStorage();
  const card = await extension.send({ type: 'card.get', term, context: { nearbyWords: [] } }, sender);
  expect((card as Card).key).toBe(term);
  expect(await extension.send({ type: 'term.mute', term, muted: false }, sender)).toBe(false);
  expect(await extension.send({ type: 'site.set', active: false }, sender)).toBe(false);
  expect(await extension.send({ type: 'source.at', url }, sender)).toBeUndefined();
  expect(await extension.send({ type: 'citation.follow', url, quote: 'words' }, sender)).toBe(false);
  expect(extension.stored()).toMatchObject({ settings: { muted: [term] } });
});
