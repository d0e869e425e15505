import { expect, test } from 'vitest';
import { findSenderSite, siteOf } from '../../src/core/site.ts';
import { readSite } from '../../src/core/written-site.ts';
import { findGrowth } from '../growth.ts';

test.each([
  ['example.org', 'example.org'],
  [' Example.ORG ', 'example.org'],
  ['https://www.example.org/a?b#c', 'example.org'],
  ['http://news.example.org:8080', 'news.example.org'],
  ['user@example.org', 'example.org'],
  ['xn--e1afmkfd.xn--p1ai', 'xn--e1afmkfd.xn--p1ai'],
  ['localhost', 'localhost'],
  ['file', 'file'],
  ['127.0.0.1', '127.0.0.1'],
  ['', undefined],
  ['example', undefined],
  ['two words.org', undefined],
  ['.org', undefined],
  ['a..b', undefined],
  ['javascript:alert(1)', undefined],
  [`${'a'.repeat(250)}.org`, undefined],
])('%j is %j', (written, expected) => {
  expect(readSite(written)).toBe(expected);
});

test('P40 a hundred thousand units take no time', () => {
  const read = (length: number) => () => {
    readSite(`${'a.'.repeat(length)}!`);
    readSite(`a${'-'.repeat(length)}!`);
  };
  // 16 times the length; quadratic would be 256.
  expect(findGrowth(read(6_250), read(100_000), 80)).toBeLessThan(80);
});

test.each([
  ['https://news.example.org:8080/a?b#c', 'https://news.example.org:8080', 'news.example.org'],
  ['https://user:secret@bank.example/', '', 'bank.example'],
  ['http://[::1]:80/x', 'http://[::1]', '[::1]'],
  ['about:srcdoc', 'https://bank.example', 'bank.example'],
  ['about:blank', 'null', 'about'],
  ['blob:https://bank.example/0f', 'https://bank.example', 'bank.example'],
  ['data:text/html,https://bank.example/', 'null', 'data'],
  ['file:///home/page.html', 'null', 'file'],
  ['', '', ''],
])('%s of %s belongs to %s', (url, origin, expected) => {
  expect(siteOf(url, origin)).toBe(expected);
});

const own = 'chrome-extension://abc/';
const frame = {
  id: 'abc',
  url: 'https://a.example/x',
  origin: 'https://a.example',
  frameId: 0,
  tab: { id: 1 },
};

test.each([
  ['a frame of a tab', frame, 'a.example'],
  ['a deeper frame', { ...frame, frameId: 7, url: 'about:srcdoc' }, 'a.example'],
  ['another extension', { ...frame, id: 'other' }, undefined],
  ['nobody', {}, undefined],
  ['what stands in no tab', { id: 'abc', url: frame.url }, undefined],
  ['a tab without a frame', { ...frame, frameId: undefined }, undefined],
  ['a page of its own', { ...frame, url: `${own}pages/options/options.html` }, undefined],
  ['a frame of its own', { ...frame, url: 'about:blank', origin: own.slice(0, -1) }, undefined],
  ['a frame without an address', { id: 'abc', frameId: 0, tab: { id: 1 } }, undefined],
])('P38 the site of %s', (_, sender, expected) => {
  expect(findSenderSite(sender, 'abc', own)).toBe(expected);
});
