import { describe, expect, test } from 'vitest';
import type { AddedPack } from '../../src/core/added-packs.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import {
  comparePacks,
  compareSettings,
  readSettingsFile,
  type SavedPacks,
  writeSettingsFile,
} from '../../src/core/settings-file.ts';

const none: SavedPacks = { packs: [], files: {} };
const [hash, other] = ['a'.repeat(64), 'b'.repeat(64)];
const version = {
  ...{ content: hash, version: '1', title: 'T', publisher: 'P', language: 'en', licence: 'CC0' },
  ...{ terms: 1, sources: 0, questions: 0, bytes: 10, at: 5 },
};
const pack = { id: 'own', on: true, origin: { type: 'file', name: 'x.json' }, now: version } as AddedPack;
const saved: SavedPacks = {
  packs: [
    { ...pack, before: { ...version, content: other } },
    {
      ...pack,
      id: 'included',
      origin: { type: 'bundled' },
      now: { ...version, content: 'c'.repeat(64) },
    } as AddedPack,
  ],
  files: { [hash]: 'H4s=', [other]: 'H4s=' },
};

const changed: Settings = {
  ...DEFAULT_SETTINGS,
  pace: 'calm',
  fontSize: 120,
  offSites: ['example.org', 'пример.рф'],
  muted: ['p/caatsa'],
};

describe('one file', () => {
  test.each([[DEFAULT_SETTINGS], [changed]])('comes back as it went, byte for byte: %#', (settings) => {
    for (const packs of [none, saved]) {
      const file = writeSettingsFile(settings, packs);
      const read = readSettingsFile(file);
      expect(read).toEqual({ settings, saved: packs });
      expect('settings' in read && writeSettingsFile(read.settings, read.saved ?? none)).toBe(file);
    }
  });

  const withPacks = (packs: unknown, files: unknown) =>
    JSON.stringify({ type: 'sidelight-settings', format: 1, settings: {}, packs, files });

  test.each([
    ['a version without its file', withPacks(saved.packs, { [hash]: 'H4s=' })],
    ['a file of no version', withPacks([], { [hash]: 'H4s=' })],
    ['no files', withPacks(saved.packs, undefined)],
    ['a pack that does not hold', withPacks([{ ...pack, id: '../x' }], { [hash]: 'H4s=' })],
    ['a pack twice', withPacks([pack, pack], { [hash]: 'H4s=' })],
    [
      'an address that is none',
      withPacks([{ ...pack, origin: { type: 'address', url: 'http://x' } }], { [hash]: '' }),
    ],
    ['a file that is no text', withPacks([pack], { [hash]: 1 })],
    ['no list', withPacks({}, {})],
  ])('with %s nothing of it is taken', (_, file) => {
    expect(readSettingsFile(file)).toEqual({ fault: 'bad-fields', fields: ['packs'] });
  });

  test.each([
    [[], [], []],
    [[pack], [pack], []],
    [[], [pack], [1, 0]],
    [[pack], [], [0, 1]],
    [[pack], [{ ...pack, on: false }], [1, 1]],
    [[pack], [{ ...pack, now: { ...version, content: other } }], [1, 1]],
  ] as const)('packs that come and go are counted: %#', (before, after, counts) => {
    const seen = comparePacks(before, after).flatMap(({ added, removed }) => [added, removed]);
    expect(seen).toEqual(counts);
  });

  test('the same settings give the same bytes, whatever order they were made in', () => {
    const turned = Object.fromEntries(Object.entries(changed).reverse()) as unknown as Settings;
    expect(writeSettingsFile(turned, none)).toBe(writeSettingsFile(changed, none));
  });

  test('a field that an older file lacks takes its default', () => {
    const file = JSON.stringify({ type: 'sidelight-settings', format: 1, settings: { pace: 'fast' } });
    expect(readSettingsFile(file)).toEqual({ settings: { ...DEFAULT_SETTINGS, pace: 'fast' } });
  });
});

const ours = (settings: string, format: unknown = 1) =>
  `{"type":"sidelight-settings","format":${format},"settings":${settings}}`;

describe('P45 P46 P48 a file that is not taken', () => {
  test.each([
    ['', { fault: 'not-json' }],
    ['{"type":"sidelight-settings"', { fault: 'not-json' }],
    ['null', { fault: 'not-ours' }],
    ['[]', { fault: 'not-ours' }],
    ['{"type":"other","format":1}', { fault: 'not-ours' }],
    [ours('[]'), { fault: 'not-ours' }],
    [ours('{}', '"1"'), { fault: 'not-ours' }],
    [ours('{}', 2), { fault: 'newer' }],
    [ours('{"pace":"hectic"}'), { fault: 'bad-fields', fields: ['pace'] }],
    [
      ours('{"pace":"fast","fontSize":9000,"muted":[1]}'),
      { fault: 'bad-fields', fields: ['fontSize', 'muted'] },
    ],
    [ours('{"script":"x"}'), { fault: 'bad-fields', fields: ['script'] }],
    [ours('{"__proto__":{"on":false}}'), { fault: 'hostile' }],
    [ours('{"muted":[{"constructor":1}]}'), { fault: 'hostile' }],
    [`${'['.repeat(5000)}${']'.repeat(5000)}`, { fault: 'hostile' }],
    [' '.repeat(64_000_001), { fault: 'too-large' }],
  ])('%#', (text, expected) => {
    expect(readSettingsFile(text)).toEqual(expected);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('a list of ten thousand entries is taken, one more is not', () => {
    const list = (length: number) => JSON.stringify({ muted: Array.from({ length }, (_, at) => `p/t${at}`) });
    expect(readSettingsFile(ours(list(10_000)))).toHaveProperty('settings');
    expect(readSettingsFile(ours(list(10_001)))).toEqual({ fault: 'bad-fields', fields: ['muted'] });
  });
});

test('what will change is told before it does', () => {
  expect(compareSettings(DEFAULT_SETTINGS, DEFAULT_SETTINGS)).toEqual([]);
  const after = { ...changed, offSites: ['example.org', 'example.com', 'example.net'] };
  expect(compareSettings(changed, after)).toEqual([
    { field: 'offSites', from: changed.offSites, to: after.offSites, added: 2, removed: 1 },
  ]);
  expect(compareSettings(DEFAULT_SETTINGS, changed).map(({ field }) => field)).toEqual([
    'pace',
    'fontSize',
    'offSites',
    'muted',
  ]);
});
