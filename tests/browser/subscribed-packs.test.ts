import { expect, test } from 'vitest';
import type { AddedPack } from '../../src/core/added-packs.ts';
import type { PackId } from '../../src/core/ids.ts';
import { installFakeExtension } from '../background/fake-extension.ts';

// Node has no database: the list of packs cannot be read here, as in a browser whose store fails.

const origin = { type: 'address', url: 'https://packs.example/a.json', askedFor: true } as const;
const gone: AddedPack = {
  ...{ id: 'a' as PackId, on: true, origin },
  now: {
    ...{ content: 'a'.repeat(64), version: '1', title: 'A', publisher: 'P', language: 'en' },
    ...{ licence: 'CC0', terms: 1, sources: 0, questions: 0, bytes: 10, at: 0 },
  },
};

test('P63 where the list cannot be read no site is given back and no daily look is called off', async () => {
  installFakeExtension(new Map());
  const { browser } = await import('../../src/browser/api.ts');
  const done: string[] = [];
  let install = (): void => {};
  Object.assign(browser.permissions, { remove: async () => done.push('site') });
  Object.assign(browser.alarms, {
    getAll: async () => [{ name: 'pack:a' }],
    clear: async () => done.push('alarm'),
  });
  Object.assign(browser.runtime, {
    onInstalled: { addListener: (listener: () => void) => (install = listener) },
  });
  const { giveUpUnused, watchSubscribedPacks } = await import('../../src/browser/subscribed-packs.ts');
  watchSubscribedPacks();
  install();
  await giveUpUnused(gone);
  await giveUpUnused({ entry: gone });
  await new Promise((resolve) => setTimeout(resolve));
  expect(done).toEqual([]);
});
