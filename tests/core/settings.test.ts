import { describe, expect, test } from 'vitest';
import {
  DEFAULT_SETTINGS,
  decodeSettings,
  isActiveOn,
  type Settings,
  withoutTermsOf,
  withSite,
} from '../../src/core/settings.ts';

const settings = (part: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...part });

describe('decodeSettings', () => {
  test.each([[undefined], [null], ['text'], [42], [[]], [{}]])('%j gives the defaults', (data) => {
    expect(decodeSettings(data)).toEqual(DEFAULT_SETTINGS);
  });

  test('keeps what holds and replaces what does not', () => {
    const decoded = decodeSettings({ on: false, pace: 'warp', fontSize: 1e9, muted: ['a/b'], offSites: [1] });
    expect(decoded).toEqual(settings({ on: false, muted: ['a/b'] }));
  });

  test('takes no keys that it does not know', () => {
    expect(decodeSettings(JSON.parse('{"__proto__":{"on":false},"extra":1}'))).toEqual(DEFAULT_SETTINGS);
  });
});

describe('isActiveOn', () => {
  test.each<[Partial<Settings>, string, boolean]>([
    [{}, 'example.org', true],
    [{ on: false }, 'example.org', false],
    [{ offSites: ['example.org'] }, 'example.org', false],
    [{ offSites: ['example.org'] }, 'news.example.org', false],
    [{ offSites: ['example.org'] }, 'badexample.org', true],
    [{ sites: 'only', onlySites: [] }, 'example.org', false],
    [{ sites: 'only', onlySites: ['example.org'] }, 'news.example.org', true],
    [{ sites: 'only', onlySites: ['example.org'], offSites: ['example.org'] }, 'example.org', true],
  ])('%j on %s: %s', (part, host, active) => {
    expect(isActiveOn(settings(part), host)).toBe(active);
  });
});

describe('withSite', () => {
  test.each<[Partial<Settings>]>([
    [{}],
    [{ offSites: ['a.example'] }],
    [{ sites: 'only' }],
    [{ offSites: ['example.org'] }],
  ])('switches off and on again, whatever the list: %j', (part) => {
    const off = withSite(settings(part), 'www.example.org', false);
    expect(isActiveOn(off, 'www.example.org')).toBe(false);
    expect(isActiveOn(withSite(off, 'www.example.org', true), 'www.example.org')).toBe(true);
  });
});

test('P55 what was chosen for the terms of one pack goes with it, and nothing else does', () => {
  const muted = ['wires/relay', 'wires-two/relay', 'human-rights-sanctions/caatsa'];
  const notThis = ['wires/relay|relay', 'human-rights-sanctions/us|us'];
  const settings = { ...DEFAULT_SETTINGS, muted, notThis };
  expect(withoutTermsOf(settings, 'wires')).toEqual({
    ...settings,
    muted: muted.slice(1),
    notThis: notThis.slice(1),
  });
  expect(withoutTermsOf(settings, 'wire')).toBe(settings);
});
