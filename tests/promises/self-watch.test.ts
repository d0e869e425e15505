import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
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
/** Long enough for a look at what changed. */
const quietMs = 600;

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
const looksForTwoSteps = 550;

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
  const body = '<p>The Kremlin answered.</p>'.repeat(30);
  const html = `<!doctype html><title>Slow</title><main>${body}</main>`;
  const effortOf = async (session: Session, page: Page) =>
    (await askPage(session, page, { type: 'page.query' })).effort ?? 'all';

  test('P27 after what is in view only the list is left: nothing is read or marked, and the toolbar says so', async () => {
    await withSlowClock(kind, looksForTwoSteps, async (session, site) => {
      const page = await session.newPage();
      const said = listenToPage(page);
      await page.goto(site.put('/slow', html));
      const seen = new Set<string>();
      await waitFor(
        'the list only',
        async () => {
          const effort = await effortOf(session, page);
          seen.add(effort);
          if (effort === 'all' || effort === 'viewport') await stir(page);
          return !['all', 'viewport'].includes(effort);
        },
        patienceMs,
      );
      expect(seen).toContain('viewport');
      expect(await readToolbar(session, page)).toContain('nothing is marked on it any more');
      // It goes on for a while with what there was to paint; then nothing changes it.
      await waitFor('no mark', async () => (await readMarks(page)).length === 0);
      const before = await askPage(session, page, { type: 'page.query' });
      for (let more = 0; more < 3; more++) await stir(page);
      await sleep(quietMs);
      const after = await askPage(session, page, { type: 'page.query' });
      expect(after.effort).toBe('list');
      expect(after.mentions).toEqual(before.mentions);
      expect(await readMarks(page)).toEqual([]);
      expect(said).toEqual([]);
    });
  }, 150_000);

  test('P27 at last nothing is done at all; the toolbar says so', async () => {
    await withSlowClock(kind, undefined, async (session, site) => {
      const page = await session.newPage();
      const said = listenToPage(page);
      await page.goto(site.put('/slow', html));
      await waitFor(
        'nothing to be done any more',
        async () => {
          await stir(page);
          return (await effortOf(session, page)) === 'off';
        },
        patienceMs,
      );
      expect(await readToolbar(session, page)).toContain('so large or busy that Sidelight stopped there');
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
      expect(said).toEqual([]);
    });
  }, 150_000);
});
