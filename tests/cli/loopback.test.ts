import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test.each(['//evil:port', '/%E0%A4%A', '/%00', '/a%2', '/?#?', '/../../../etc/passwd', '*'])(
  'a page that asks for %s gets an answer, and the next one too',
  async (path) => {
    const { hostname, port } = new URL(site.url('/'));
    const status = await new Promise((resolve, reject) => {
      request({ hostname, port, path, agent: false }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
    expect((await fetch(site.put('/next', 'next'))).status).toBe(200);
  },
);

test.each<readonly [string, BufferEncoding, string]>([
  ['utf8.html', 'utf8', 'text/html; charset=utf-8'],
  ['latin1.html', 'latin1', 'text/html'],
  ['UPPER.HTML', 'utf8', 'text/html; charset=utf-8'],
])('a page in another encoding says itself what it is: %s', async (name, encoding, type) => {
  const dir = mkdtempSync(join(tmpdir(), 'pages-'));
  writeFileSync(join(dir, name), Buffer.from('<meta charset="windows-1252"><p>D\u00e9j\u00e0 vu', encoding));
  site.putFolder('/encoded/', dir);
  const answer = await fetch(site.url(`/encoded/${name}`));
  expect(answer.headers.get('content-type')).toBe(type);
  rmSync(dir, { recursive: true });
});
