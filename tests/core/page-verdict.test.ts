import { expect, test } from 'vitest';
import type { MentionSummary, PageState } from '../../src/core/messages.ts';
import { judgePage, type PageFacts } from '../../src/core/page-verdict.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';

const mention = (marked: boolean) => ({ id: 1, label: 'CAATSA', marked }) as MentionSummary;

function page(change: Partial<PageState> = {}): { state: PageState } {
  return {
    state: {
      status: 'active',
      hostname: 'example.org',
      mentions: [mention(true)],
      capped: false,
      ...change,
    },
  };
}

const set = (change: Partial<Settings>) => ({ settings: { ...DEFAULT_SETTINGS, ...change } });

const cases: readonly (readonly [string, Partial<PageFacts>])[] = [
  ['marked', page()],
  ['off', { ...page(), ...set({ on: false }) }],
  ['off', { mayRead: false, ...set({ on: false }) }],
  ['off-here', { ...page({ status: 'off-here', mentions: [] }), ...set({ offSites: ['example.org'] }) }],
  ['not-listed', { ...page({ status: 'off-here', mentions: [] }), ...set({ sites: 'only' }) }],
  ['no-terms', page({ mentions: [] })],
  ['none-marked', page({ mentions: [mention(false)] })],
  ['stopped', page({ status: 'stopped', mentions: [] })],
  ['no-article', page({ status: 'nothing-to-read', mentions: [] })],
  ['no-permission', { mayRead: false }],
  ['no-permission', { mayRead: false, url: 'https://example.org/' }],
  ['stale', { url: 'https://example.org/', contentType: 'text/html' }],
  ['no-article', { url: 'https://example.org/a.json', contentType: 'application/json' }],
  ['pdf', { url: 'https://example.org/a', contentType: 'application/pdf' }],
  ['pdf', { url: 'https://example.org/Report.PDF?x=1' }],
  ['store', { url: 'https://addons.mozilla.org/firefox/' }],
  ['store', { url: 'https://chromewebstore.google.com/' }],
  ['browser-page', { url: 'about:config' }],
  ['browser-page', {}],
  ['browser-page', { url: 'moz-extension://a/b.html' }],
  ['closed', { url: 'https://example.org/report' }],
];

test.each(cases)('%s: %j', (expected, facts) => {
  expect(judgePage({ settings: DEFAULT_SETTINGS, mayRead: true, ...facts })).toBe(expected);
});
