import { expect, test } from 'vitest';
import { readSite } from '../../src/core/site.ts';

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
  const started = performance.now();
  readSite(`${'a.'.repeat(50_000)}!`);
  readSite(`a${'-'.repeat(100_000)}!`);
  expect(performance.now() - started).toBeLessThan(200);
});
