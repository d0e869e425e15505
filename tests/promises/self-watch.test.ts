import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { askPage } from '../../src/cli/ask-page.ts';
import { type BrowserKind, browserKinds } from '../../src/cli/browsers.ts';
import { type Loopback, serveLoopback } from '../../src/cli/loopback.ts';
import { readMarks } from '../../src/cli/page-view.ts';
import { waitForMark } from '../../src/cli/pointer.ts';
import { openSession, type Session } from '../../src/cli/session.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { listenToPage } from '../e2e/harness.ts';
import { buildWithSlowClock } from './faulty-builds.ts';

// Sidelight measures itself: what costs a page too much is done less, then not at all, and the toolbar says so.

const patienceMs = 60_000;

async function readToolbar(session: Session, page: Page): Promise<string> {
  const toolbar = await session.openExtensionPage(
    `pages/toolbar/toolbar.html?tab=${await session.tabId(page)}`,
  );
  const text = await waitFor('the toolbar', () =>
    toolbar.evaluate(() => document.querySelector('section')?.textContent),
  );
  await toolbar.close();
  await page.bringToFront();
  return text;
}

const kinds = browserKinds.filter((kind) => (process.env['BROWSER'] ?? kind) === kind);

/** One browser of a kind with a build whose clock is slow for so many looks; for one test. */
async function withSlowClock(
  kind: BrowserKind,
  slowLooks: number | undefined,
  run: (session: Session, site: Loopback) => Promise<void>,
): Promise<void> {
  const dir = buildWithSlowClock(kind, slowLooks);
  const [session, site] = await Promise.all([openSession(kind, { extensionDir: dir }), serveLoopback()]);
  try {
    await run(session, site);
  } finally {
    await session.close();
    await site.close();
    rmSync(dir, { recursive: true });
  }
}

/** Puts a new paragraph on top, which is to be read. */
function stir(page: Page): Promise<void> {
  return page.evaluate(() => {
    const part = document.createElement('p');
    part.textContent = 'The Magnitsky Act was passed.';
    document.querySelector('main')?.prepend(part);
  });
}

/** Some 220 looks at a clock that goes on by 30 ms with each are one step down: these are enough for one, not for two. */
const looksForOneStep = 330;

describe.each(kinds)('a page that is too heavy in %s', (kind: BrowserKind) => {
  test('P27 what is in view is read and marked, there and after scrolling; the toolbar says so', async () => {
    await withSlowClock(kind, looksForOneStep, async (session, site) => {
      const page = await session.newPage();
      const said = listenToPage(page);
      const parts = Array.from({ length: 300 }, (_, i) => `<p>Part ${i}. The harbour lay quiet.</p>`);
      parts[280] = '<p id="late">At last nothing came of it.</p>';
      const body = `${'<p>The Kremlin answered.</p>'.repeat(120)}${parts.join('')}`;
      await page.goto(site.put('/heavy', `<!doctype html><title>Heavy</title>${body}`));
      const effortOf = async () => (await askPage(session, page, { type: 'page.query' })).effort;
      await waitFor('less to be done', async () => (await effortOf()) !== 'all', patienceMs);
      // What comes where nobody looks is read when it comes into view.
      await page.evaluate(() => document.querySelector('#late')?.append(' But CAATSA did.'));
      await page.evaluate(() => document.querySelector('#late')?.scrollIntoView({ block: 'center' }));
      await waitForMark(page, 'CAATSA');
      expect(await readToolbar(session, page)).toContain('only what is in view is read and marked');
      expect(await effortOf()).toBe('viewport');
      expect(said).toEqual([]);
    });
  }, 150_000);
});

describe.each(kinds)('a machine that is too slow in %s', (kind: BrowserKind) => {
  test('P27 everything, then what is in view, then the list, then nothing; the toolbar says so', async () => {
    await withSlowClock(kind, undefined, async (session, site) => {
      const page = await session.newPage();
      const said = listenToPage(page);
      const body = '<p>The Kremlin answered.</p>'.repeat(30);
      await page.goto(site.put('/slow', `<!doctype html><title>Slow</title><main>${body}</main>`));
      const seen = new Map<string, { marks: number; toolbar: string }>();
      await waitFor(
        'nothing to be done any more',
        async () => {
          const effortOf = async () => (await askPage(session, page, { type: 'page.query' })).effort ?? 'all';
          const effort = await effortOf();
          if (!seen.has(effort)) {
            const told = { toolbar: await readToolbar(session, page), marks: (await readMarks(page)).length };
            // It may have gone on to the next step meanwhile.
            if ((await effortOf()) === effort) seen.set(effort, told);
          }
          await stir(page);
          return effort === 'off';
        },
        patienceMs,
      );
      expect(seen.get('list')?.toolbar ?? 'nothing is marked on it any more').toContain('nothing is marked');
      expect(seen.get('list')?.marks ?? 0).toBe(0);
      expect(seen.get('off')?.toolbar).toContain('so large or busy that Sidelight stopped there');
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
      expect(said).toEqual([]);
    });
  }, 150_000);
});
