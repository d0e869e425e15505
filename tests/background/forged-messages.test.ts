import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { inProject } from '../../src/cli/project.ts';
import { buildScriptIndex } from '../../src/compiler/build-index.ts';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import type { Decision } from '../../src/core/decide-passages.ts';
import { DEFAULT_SETTINGS, decodeSettings } from '../../src/core/settings.ts';
import { type FakeExtension, installFakeExtension, ownId, ownUrl } from './fake-extension.ts';

// The whole background against messages that a renderer in foreign hands could send.

let extension: FakeExtension;

beforeAll(async () => {
  const { pack, names } = await compilePack(inProject('tests', 'fixtures', 'small-pack'));
  if (!pack || !names) throw new Error('the small pack does not compile');
  const { id } = pack;
  const files = new Map<string, unknown>([
    ['packs/packs.json', [id]],
    [`packs/${id}.json`, pack],
    [`packs/${id}.index.json`, buildScriptIndex(pack, names)],
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
  'passages.decide',
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
const passage = fc.constantFrom(
  'The Harbour Act of 1999 (the “Act”) was signed by Ada North.',
  'The Act, and North, and HA in the harbour of Great Bay.',
  '(a+)+ of the Great Bay (GB), 𝐇arbour Act, \ud800 Harbour Act',
  '',
);
const word = fc.oneof(fc.constantFrom('Act', 'HA', 'north', '(a+)+$', '[', '__proto__', ''), fc.string());
const number = fc.oneof(fc.constantFrom(0, 1, 2, 3, 2 ** 31, 2 ** 53 - 1, -1, 0.5), fc.nat(50));
const meaning = fc.option(number);
const evidence = fc.record({
  cues: fc.array(fc.tuple(number, word), { maxLength: 3 }),
  named: fc.array(fc.tuple(number, word), { maxLength: 3 }),
  rivals: fc.array(word, { maxLength: 3 }),
  shorts: fc.array(fc.tuple(word, fc.array(meaning, { maxLength: 3 })), { maxLength: 3 }),
});
const packName = fc.constantFrom('small-pack', 'other', '__proto__', 'constructor');
const told = fc.oneof(evidence, value);
const memory = fc.record({
  // As it is read from JSON, where "__proto__" is a name like any other.
  packs: fc.array(fc.tuple(packName, told), { maxLength: 2 }).map((packs) => {
    const fields = packs.map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one) ?? 'null'}`);
    return JSON.parse(`{${fields.join()}}`) as unknown;
  }),
  keys: fc.array(number, { maxLength: 3 }),
});
/** Right but for one field, which may be anything. */
const undecided = fc
  .tuple(
    fc.record({
      type: fc.constant('passages.decide'),
      texts: fc.array(passage, { maxLength: 4 }),
      memory,
      packsOff: fc.constantFrom<unknown>([], [], ['small-pack'], ['__proto__']),
      stamp: fc.constantFrom(undefined, undefined, '', 'other'),
    }),
    fc.option(fc.tuple(fc.constantFrom('texts', 'memory', 'packsOff', 'stamp', 'packs'), value), { freq: 5 }),
  )
  .map(([right, wrong]) => (wrong ? { ...right, [wrong[0]]: wrong[1] } : right));

const message = fc.oneof(
  { weight: 3, arbitrary: undecided },
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
  let decided = 0;
  await fc.assert(
    fc.asyncProperty(message, async (data) => {
      extension.forget();
      const answer = extension.send(data, frame);
      if (answer !== undefined) answered += 1;
      const given = await answer;
      if (isAsking(data) && given !== undefined) decided += checkDecision(data.texts, given as Decision);
      // Landing code is brought beside the answer, not before it.
      await Promise.resolve();
      for (const { name, args } of extension.calls) checkCall(name, args);
    }),
    { numRuns: 10_000, seed: 38 },
  );
  expect(answered).toBeGreaterThan(1_000);
  expect(decided).toBeGreaterThan(300);
}, 60_000);

function isAsking(data: unknown): data is { readonly texts: readonly string[] } {
  return typeof data === 'object' && data !== null && Reflect.get(data, 'type') === 'passages.decide';
}

/** Places in its own texts, of Terms that the package has; how many. */
function checkDecision(texts: readonly string[], { passages }: Decision): number {
  expect(passages.length).toBe(texts.length);
  const mentions = passages.flatMap((one, at) =>
    one.mentions.map((mention) => ({ mention, text: texts[at] })),
  );
  for (const { mention, text = '' } of mentions) {
    expect(mention.term).toMatch(/^small-pack\/(harbour-act|ada-north|great-bay)$/);
    expect([mention.start >= 0, mention.start < mention.end, mention.end <= text.length]).toEqual([
      ...[true, true, true],
    ]);
  }
  return mentions.length;
}

const packaged = /^content\/(second-look|page|card|landing|landing-views)\.js$/;

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
