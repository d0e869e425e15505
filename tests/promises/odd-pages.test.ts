import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BrowserKind, browserKinds } from '../../src/cli/browsers.ts';
import { ensureBrowser } from '../../src/cli/install-browser.ts';
import { serveLoopback } from '../../src/cli/loopback.ts';
import { createTwins } from '../../src/cli/twins.ts';
import { giantPage, type OddPage, oddPages } from '../fixtures/odd-pages.ts';

// The breakage run meets pages of every kind: whatever one does, it ends with a line, and the next is looked at.

const lanes = 3;
/** Short, since the pages here are small and what hangs hangs for good. */
const limits = { loadMs: 8_000, answerMs: 4_000 };

const kinds = browserKinds.filter((kind) => (process.env['BROWSER'] ?? kind) === kind);

describe.each(kinds)('odd pages in %s', (kind: BrowserKind) => {
  test('P3 P10 P27 each is looked at with and without, or said to be none, and no difference is found', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'odd-'));
    const all: readonly OddPage[] = [...oddPages, { file: 'giant.html', body: giantPage(6) }];
    for (const { file, body } of all) writeFileSync(join(dir, file), body);
    const site = await serveLoopback();
    site.putFolder('/', dir);
    const executablePath = await ensureBrowser(kind);
    const found: Record<string, string> = {};
    const queue = [...all];
    const lane = async () => {
      const twins = createTwins(kind, executablePath, limits);
      for (let page = queue.shift(); page; page = queue.shift()) {
        const { differences, unopened, mentions } = await twins.compare(
          site.url(`/${encodeURIComponent(page.file)}`),
          page.body.length,
        );
        const said = differences.map(({ kind: what, text }) => `${what}: ${text}`);
        found[page.file] = [...said, unopened ?? `opens, ${mentions}`].join('; ');
      }
      await twins.close();
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    await site.close();
    rmSync(dir, { recursive: true });
    console.log(found);
    const wanted = all.map((page) => [page.file, expect.stringMatching(page.says ?? /^opens, \d+$/)]);
    expect(found).toEqual(Object.fromEntries(wanted));
  }, 400_000);
});
