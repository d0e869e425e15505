import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import { compareSettings, readSettingsFile, writeSettingsFile } from '../../src/core/settings-file.ts';

const changed: Settings = {
  ...DEFAULT_SETTINGS,
  pace: 'calm',
  fontSize: 120,
  offSites: ['example.org', 'пример.рф'],
  muted: ['p/caatsa'],
};

describe('one file', () => {
  test.each([[DEFAULT_SETTINGS], [changed]])('comes back as it went, byte for byte: %#', (settings) => {
    const file = writeSettingsFile(settings);
    const read = readSettingsFile(file);
    expect(read).toEqual({ settings });
    expect('settings' in read && writeSettingsFile(read.settings)).toBe(file);
  });

  test('the same settings give the same bytes, whatever order they were made in', () => {
    const turned = Object.fromEntries(Object.entries(changed).reverse()) as unknown as Settings;
    expect(writeSettingsFile(turned)).toBe(writeSettingsFile(changed));
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
    [' '.repeat(16_000_001), { fault: 'too-large' }],
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
