import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Loopback, serveLoopback } from '../../src/cli/loopback.ts';

let site: Loopback;
beforeAll(async () => {
  site = await serveLoopback();
});
afterAll(() => site.close());

test('a page comes back as HTML, with its headers', async () => {
  const headers = { 'content-security-policy': "default-src 'none'" };
  const answer = await fetch(site.put('/page', { body: '<p>Hello', headers }));
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
  expect(await answer.text()).toBe('<p>Hello');
});

test('a folder serves its files and nothing above it', async () => {
  site.putFolder('/cli/', import.meta.dirname);
  expect(await (await fetch(site.url('/cli/loopback.test.ts'))).text()).toContain(
    'a folder serves its files',
  );
  expect((await fetch(site.url('/cli/..%2f..%2fpackage.json'))).status).toBe(404);
  expect((await fetch(site.url('/cli/absent.html'))).status).toBe(404);
});

test('it keeps the list of what was asked for', async () => {
  await fetch(site.url('/asked?for=1'));
  expect(site.requests).toContain('/asked?for=1');
});
