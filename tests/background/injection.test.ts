import { afterEach, expect, test } from 'vitest';
import type { Sender } from '../../src/browser/api.ts';
import { installFakeExtension, ownUrl } from './fake-extension.ts';

const extension = installFakeExtension(new Map());
const { insertMarkStyle, loadScripts } = await import('../../src/background/injection.ts');

const { runtime } = Reflect.get(globalThis, 'browser') as { runtime: { getURL(path: string): string } };
const getOwnUrl = runtime.getURL;

afterEach(() => {
  runtime.getURL = getOwnUrl;
  extension.forget();
});

const sender = (more: object) => ({ tab: { id: 7 }, frameId: 3, ...more }) as Sender;

test.each([
  [ownUrl, { documentId: 'D' }, { tabId: 7, documentIds: ['D'] }],
  [ownUrl, {}, { tabId: 7, frameIds: [3] }],
  ['moz-extension://abc/', { documentId: 'D' }, { tabId: 7, frameIds: [3] }],
  ['moz-extension://abc/', {}, { tabId: 7, frameIds: [3] }],
])('with %s, %j is given what it asks for as %j', async (url, more, target) => {
  runtime.getURL = () => url;
  expect(await loadScripts(sender(more), ['content/page.js'])).toBe(true);
  expect(await insertMarkStyle(sender(more), { plain: 'abcdefgh', inLink: 'abcdefgi' })).toBe(true);
  expect(extension.calls.map(({ args }) => args[0])).toMatchObject([{ target }, { target }]);
});

test('what no tab shows is given nothing', async () => {
  expect(await loadScripts({ frameId: 0 } as Sender, ['content/page.js'])).toBe(false);
  expect(extension.calls).toEqual([]);
});
