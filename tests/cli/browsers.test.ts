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
  ['chromium', 'CHROME_PATH'],
  ['firefox', 'FIREFOX_PATH'],
] as const)('a path for %s that leads nowhere is said, not passed over', (kind, variable) => {
  const find = () => findBrowser(kind, { [variable]: '/nowhere/browser' });
  expect(find).toThrow(`${variable} names /nowhere/browser, and no file is there.`);
});

test('a named file that is no browser is refused with what is wanted', () => {
  const find = () => findBrowser('firefox', { FIREFOX_PATH: process.execPath });
  expect(find).toThrow(/not Firefox 146 or newer/);
});

test('the beds are both browsers', () => {
  expect(browserKinds).toEqual(['chromium', 'firefox']);
});
