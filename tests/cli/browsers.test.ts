import { expect, test } from 'vitest';
import { browserKinds, findBrowser, readMajor } from '../../src/cli/browsers.ts';

test.each([
  ['Mozilla Firefox 153.7.0esr', 153],
  ['Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)', 156],
  ['Google Chrome 140.0.1', 140],
  ['', undefined],
  ['no digits here', undefined],
])('the major version of "%s" is %s', (text, major) => {
  expect(readMajor(text)).toBe(major);
});

test.each([
  ['chromium', 'CHROME_PATH', 'Chromium or Chrome 128 or newer: install it', '"chromium"'],
  ['firefox', 'FIREFOX_PATH', 'Firefox 146 or newer: install it', '"firefox-esr"'],
] as const)('a path for %s that leads nowhere is said, with what to do', (kind, variable, needed, name) => {
  const find = () => findBrowser(kind, { [variable]: '/nowhere/browser' });
  expect(find).toThrow(
    `${variable} names /nowhere/browser, and no file is there. Sidelight needs ${needed} (on Debian or Ubuntu ` +
      `the package ${name}) or set ${variable} to its file.`,
  );
});

test('a named file that is no browser is refused with what is wanted', () => {
  const find = () => findBrowser('firefox', { FIREFOX_PATH: process.execPath });
  expect(find).toThrow(/not Firefox 146 or newer/);
});

test('the beds are both browsers', () => {
  expect(browserKinds).toEqual(['chromium', 'firefox']);
});
