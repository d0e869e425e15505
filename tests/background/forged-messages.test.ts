import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { inProject } from '../../src/cli/project.ts';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { DEFAULT_SETTINGS, decodeSettings } from '../../src/core/settings.ts';
import { type FakeExtension, installFakeExtension, ownId, ownUrl } from './fake-extension.ts';

// The whole background against messages that a renderer in foreign hands could send.

let extension: FakeExtension;

beforeAll(async () => {
  const { pack } = await compilePack(inProject('tests', 'fixtures', 'small-pack'));
  const id = pack?.id ?? '';
  const files = new Map<string, unknown>([
    ['packs/packs.json', [id]],
    [`packs/${id}.json`, pack],
    ['_locales/de/messages.json', { extension_name: { message: 'Sidelight' } }],
  ]);
  extension = installFakeExtension(files);
  await import('../../src/background/background.ts');
});

const frame = {
  id: ownId,
  url: 'https://evil.example/page',
  origin: 'https://evil.example',
  frameId: 3,
  tab: { id: 7, windowId: 1, url: 'https://evil.example/page' },
};

/** Values that fit somewhere, or nearly. */
const value = fc.oneof(
  fc.constantFrom<unknown>('small-pack/harbour-act', '', 'browser', 'de', '../../manifest', 'a'.repeat(400)),
  fc.constantFrom<unknown>(
    'https://bank.example/',
    'javascript:alert(1)',
    'abcdefghij',
    '}*{color:red',
    0,
    99,
    -1,
  ),
  fc.constantFrom<unknown>(true, false, null, undefined, [], {}, { nearbyWords: [] }, { nearbyWords: [''] }),
  fc.constantFrom<unknown>({ nearbyWords: ['a'], surface: 1, why: 2, pageDate: 3 }, ['content/page.js']),
  fc.anything(),
);
const types = [
  'page.changed',
  'page.style',
  'page.load',
  'card.load',
  'landing.load',
  'card.get',
  'words.get',
  'term.mute',
  'term.notThis',
  'site.set',
  'citation.follow',
  'source.at',
  'panel.open',
  'constructor',
];
const fields = ['count', 'plain', 'inLink', 'quote', 'term', 'context', 'language', 'muted', 'surface'];
const moreFields = ['not', 'hostname', 'active', 'url', 'files', 'target', 'settings', 'tab', 'frameId'];
const message = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({ type: fc.constantFrom(...types), ...recordOf([...fields, ...moreFields]) }),
  },
  { weight: 1, arbitrary: fc.anything() },
);

function recordOf(names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, value]));
}

test('P38 10,000 forged messages: nothing throws, and nothing is done but what its own frame may ask', async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(message, async (data) => {
      extension.forget();
      const answer = extension.send(data, frame);
      if (answer !== undefined) answered += 1;
      await answer;
      // Landing code is brought beside the answer, not before it.
      await Promise.resolve();
      for (const { name, args } of extension.calls) checkCall(name, args);
    }),
    { numRuns: 10_000, seed: 38 },
  );
  expect(answered).toBeGreaterThan(1_000);
}, 60_000);

const packaged = /^content\/(index|finder|page|card|landing|landing-views)\.js$/;

function checkCall(name: string, args: readonly unknown[]): void {
  const [given] = args as [Record<string, never>];
  switch (name) {
    case 'scripting.executeScript':
      expect(given).toMatchObject({ target: { tabId: 7, frameIds: [3] } });
      expect(Object.keys(given).sort()).toEqual(['files', 'injectImmediately', 'target']);
      for (const file of given['files'] ?? []) expect(file).toMatch(packaged);
      return;
    case 'scripting.insertCSS':
      expect(given).toMatchObject({ target: { tabId: 7, frameIds: [3] } });
      expect(given['css']).not.toMatch(/url\(|@import|color:red/);
      return;
    case 'storage.local.set':
      checkSettings(given);
      return;
    case 'storage.session.set':
      expect(JSON.stringify(given).length).toBeLessThan(5_000_000);
      return;
    case 'sidePanel.open':
      expect(given).toEqual({ windowId: 1 });
      return;
    default:
      expect(name).toBe('badge');
  }
}

/** A page may mute terms and switch off its own site; every other setting stays as it was. */
function checkSettings(given: Readonly<Record<string, unknown>>): void {
  expect(Object.keys(given)).toEqual(['settings']);
  const settings = decodeSettings(given['settings']);
  expect(settings).toEqual(given['settings']);
  const { muted: _muted, notThis: _notThis, offSites, ...rest } = settings;
  const { muted: _m, notThis: _n, offSites: _o, ...defaults } = DEFAULT_SETTINGS;
  expect(rest).toEqual(defaults);
  expect(offSites.filter((site) => site !== 'evil.example')).toEqual([]);
}

test.each([
  ['another extension', { ...frame, id: 'other' }],
  ['a page that is no content script', { ...frame, id: undefined }],
  ['what stands in no tab', { id: ownId, url: frame.url }],
  ['a page of its own', { ...frame, url: `${ownUrl}pages/toolbar/toolbar.html` }],
])('P38 from %s nothing at all is taken', (_, sender) => {
  extension.forget();
  for (const type of types) {
    const data = { type, active: false, term: 'p/t', muted: true, count: 1, context: { nearbyWords: [] } };
    expect([type, extension.send(data, sender)]).toEqual([type, undefined]);
  }
  expect(extension.calls).toEqual([]);
});

test('P38 a page switches off its own site only, whatever it claims', async () => {
  const sender = { ...frame, url: 'https://other.example/', origin: 'https://other.example' };
  await extension.send({ type: 'site.set', hostname: 'bank.example', active: false }, sender);
  const settings = decodeSettings(extension.stored()['settings']);
  expect(settings.offSites).toContain('other.example');
  expect(settings.offSites).not.toContain('bank.example');
});
