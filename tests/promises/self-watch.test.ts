import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askPage } from '../../src/cli/ask-page.ts';
import { type BrowserKind, browserKinds } from '../../src/cli/browsers.ts';
import { type Loopback, serveLoopback } from '../../src/cli/loopback.ts';
import { readMarks } from '../../src/cli/page-view.ts';
import { waitForMark } from '../../src/cli/pointer.ts';
import { openSession, type Session } from '../../src/cli/session.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, listenToPage } from '../e2e/harness.ts';
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

describeInBrowsers('a page that is too heavy', (bed) => {
  test('P27 what is in view is read and marked, there and after scrolling; the toolbar says so', async () => {
    const { session, site, kind } = bed();
    const page = await session.newPage();
    const said = listenToPage(page);
    const filler =
      'Congress, the Senate and the president of Russia spoke of sanctions, corruption and the law. ';
    const parts = Array.from({ length: 6_000 }, (_, i) => `<p>Part ${i}. ${filler.repeat(14)}</p>`);
    parts[5_800] = '<p id="late">At last the Magnitsky Act was passed.</p>';
    await page.goto(
      site.put('/heavy', `<!doctype html><title>Heavy</title><p>The Kremlin.</p>${parts.join('')}`),
      { timeout: patienceMs, waitUntil: 'domcontentloaded' },
    );
    // As heavy as on a telephone.
    if (kind === 'chromium') await page.emulateCPUThrottling(12);
    const effortOf = async () => (await askPage(session, page, { type: 'page.query' })).effort;
    // Where reading it once is not too much, reading it again and again is.
    const stir = () =>
      page.evaluate(() => {
        const first = document.querySelector('p');
        for (const part of [...document.querySelectorAll('p')].slice(1, 1_200)) first?.after(part);
      });
    await waitFor(
      'less to be done',
      async () => {
        await stir();
        return (await effortOf()) === 'viewport';
      },
      patienceMs,
    );
    if (kind === 'chromium') await page.emulateCPUThrottling(null);
    await page.evaluate(() => document.querySelector('#late')?.scrollIntoView({ block: 'center' }));
    await waitForMark(page, 'Magnitsky Act');
    expect(await readToolbar(session, page)).toContain('only what is in view is read and marked');
    expect(await effortOf()).toBe('viewport');
    expect(said).toEqual([]);
    await page.close();
  }, 150_000);
});

const kinds = browserKinds.filter((kind) => (process.env['BROWSER'] ?? kind) === kind);

describe.each(kinds)('a machine that is too slow in %s', (kind: BrowserKind) => {
  let dir: string;
  let session: Session;
  let site: Loopback;
  beforeAll(async () => {
    dir = buildWithSlowClock(kind);
    [session, site] = await Promise.all([openSession(kind, { extensionDir: dir }), serveLoopback()]);
  });
  afterAll(async () => {
    await session.close();
    await site.close();
    rmSync(dir, { recursive: true });
  });

  test('P27 everything, then what is in view, then the list, then nothing; the toolbar says so', async () => {
    const page = await session.newPage();
    const said = listenToPage(page);
    const body = '<p>The Kremlin answered.</p>'.repeat(30);
    await page.goto(site.put('/slow', `<!doctype html><title>Slow</title><main>${body}</main>`));
    const seen = new Map<string, { marks: number; toolbar: string }>();
    await waitFor(
      'nothing to be done any more',
      async () => {
        const { effort = 'all' } = await askPage(session, page, { type: 'page.query' });
        if (!seen.has(effort)) {
          const toolbar = await readToolbar(session, page);
          seen.set(effort, { marks: (await readMarks(page)).length, toolbar });
        }
        await page.evaluate(() => {
          const part = document.createElement('p');
          part.textContent = 'The Magnitsky Act was passed.';
          document.querySelector('main')?.prepend(part);
        });
        return effort === 'off';
      },
      patienceMs,
    );
    expect(seen.get('list')?.toolbar ?? 'nothing is marked on it any more').toContain('nothing is marked');
    expect(seen.get('list')?.marks ?? 0).toBe(0);
    expect(seen.get('off')?.toolbar).toContain('so large or busy that Sidelight stopped there');
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    expect(said).toEqual([]);
    await page.close();
  }, 150_000);
});
