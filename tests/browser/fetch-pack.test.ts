import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FetchPackOptions, fetchPack } from '../../src/browser/fetch-pack.ts';
import { type Answer, give, PACK_URL, startHostileServer } from './hostile-server.ts';

let server: Awaited<ReturnType<typeof startHostileServer>>;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.close());

const ask = (answer: Answer, options: FetchPackOptions = {}, url = PACK_URL) => {
  server.answer = answer;
  return fetchPack(url, { fetch: server.fetch, most: 10_000, timeMs: 20_000, ...options });
};

describe('fetchPack', () => {
  test('brings a pack with the marks of its version', async () => {
    const marks = { etag: '"v1"', 'last-modified': 'Sat, 21 Nov 2026 00:00:00 GMT' };
    const fetched = await ask(give('{}', marks));
    expect(fetched).toEqual({
      type: 'fresh',
      bytes: new TextEncoder().encode('{}'),
      etag: '"v1"',
      lastModified: 'Sat, 21 Nov 2026 00:00:00 GMT',
    });
  });

  test('asks only for what has changed', async () => {
    const same = give('', {}, 304);
    expect(await ask(same, { etag: '"v1"', lastModified: 'Sat' })).toEqual({ type: 'same' });
    expect(server.requests.at(-1)?.headers).toMatchObject({ 'if-none-match': '"v1"' });
    expect(await ask(same, { lastModified: 'Sat' })).toEqual({ type: 'same' });
    expect(server.requests.at(-1)?.headers).toMatchObject({ 'if-modified-since': 'Sat' });
  });

  test('P54 says nothing of the reader: no cookie, no referrer', async () => {
    await ask(give('{}', { 'set-cookie': 'who=reader' }));
    await ask(give('{}'));
    const headers = server.requests.at(-1)?.headers;
    expect([headers?.cookie, headers?.referer, headers?.authorization]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    let init: RequestInit | undefined;
    await fetchPack(PACK_URL, {
      fetch: ((_: string, given: RequestInit) => {
        init = given;
        return Promise.reject(new TypeError());
      }) as typeof fetch,
    });
    expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual' });
  });

  test.each([
    ['http://packs.example.org/x.json'],
    ['https://user:pass@packs.example.org/x.json'],
    ['https://127.0.0.1/x.json'],
    ['https://[::1]/x.json'],
    ['https://localhost/x.json'],
    ['https://router.local/x.json'],
    ['ftp://packs.example.org/x.json'],
    ['file:///etc/passwd'],
    ['javascript:alert(1)'],
    ['data:application/json,{}'],
    ['//packs.example.org/x.json'],
    [''],
  ])('P54 %j is not even asked', async (url) => {
    const before = server.requests.length + server.elsewhere.length;
    expect(await ask(give('{}'), {}, url)).toEqual({ type: 'failed', fault: 'address' });
    expect(server.requests.length + server.elsewhere.length).toBe(before);
  });

  const redirects = [301, 302, 303, 307, 308].flatMap((status) =>
    ['http://packs.example.org/x', 'https://evil.example.net/x', '/elsewhere.json'].map(
      (to) => [status, to] as const,
    ),
  );
  test.each(redirects)('P54 %i to %s is not followed', async (status, location) => {
    const before = server.requests.length;
    expect(await ask(give('{}', { location }, status))).toEqual({ type: 'failed', fault: 'redirect' });
    expect([server.requests.length - before, server.elsewhere]).toEqual([1, []]);
  });

  test.each<[string, Answer, string]>([
    ['a page instead', give('<!doctype html>', { 'content-type': 'text/html' }), 'type'],
    ['a picture instead', give('', { 'content-type': 'image/svg+xml' }), 'type'],
    ['code instead', give('{}', { 'content-type': 'text/javascript' }), 'type'],
    ['no type at all', give('{}', { 'content-type': '' }), 'type'],
    ['nothing there', give('{}', {}, 404), 'status'],
    ['a broken server', give('{}', {}, 500), 'status'],
    ['a part of it', give('{}', {}, 206), 'status'],
    ['no content', give('', {}, 204), 'status'],
    ['more than the cap, as it says', give('x'.repeat(10_001)), 'too-large'],
    [
      'more than the cap, packed',
      give(gzipSync('x'.repeat(100_000)), { 'content-encoding': 'gzip' }),
      'too-large',
    ],
    [
      'more than the cap, as gzip',
      give(gzipSync('x'.repeat(100_000)), { 'content-type': 'application/gzip' }),
      'too-large',
    ],
    [
      'gzip that is none',
      give('this is no gzip at all, however long it is', { 'content-encoding': 'gzip' }),
      'network',
    ],
    ['a line that breaks', (_, response) => void response.writeHead(200).socket?.destroy(), 'network'],
    [
      'less than announced',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
        response.write('{"a":');
        setTimeout(() => response.socket?.destroy(), 20);
      },
      'network',
    ],
    ['no answer', () => {}, 'too-slow'],
    [
      'a drip',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
      'too-slow',
    ],
    [
      'a flood without end',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const pour = (): void => {
          while (!response.destroyed && response.write('x'.repeat(1_000)));
        };
        response.on('drain', pour);
        pour();
      },
      'too-large',
    ],
    ['nonsense instead of HTTP', ({ socket }) => void socket.end('SSH-2.0-x\r\n\r\n'), 'network'],
  ])('P54 %s fails with its reason', async (_, answer, fault) => {
    const timeMs = fault === 'too-slow' ? 300 : 20_000;
    expect(await ask(answer, { timeMs })).toEqual({ type: 'failed', fault });
  });

  test('a mark of a kilobyte is not kept', async () => {
    expect(await ask(give('{}', { etag: `"${'x'.repeat(1_000)}"` }))).not.toHaveProperty('etag');
  });

  test('ends when the reader has enough', async () => {
    const life = new AbortController();
    const fetched = ask(() => life.abort(), { signal: life.signal });
    expect(await fetched).toEqual({ type: 'failed', fault: 'network' });
  });
});
