import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserKind, browserKinds } from '../../src/cli/browsers.ts';
import { type Loopback, serveLoopback } from '../../src/cli/loopback.ts';
import { readCards } from '../../src/cli/page-view.ts';
import { restPointerOn, waitForMark } from '../../src/cli/pointer.ts';
import { openSession, type Session } from '../../src/cli/session.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { listenToPage } from '../e2e/harness.ts';
import { buildWithBrokenStorage, buildWithoutStorage } from './faulty-builds.ts';

// Sidelight where the browser gives it neither storage, nor network, nor the right time.

const kinds = browserKinds.filter((kind) => (process.env['BROWSER'] ?? kind) === kind);

describe.each(kinds)('nothing to rely on in %s', (kind: BrowserKind) => {
  let dir: string;
  let session: Session;
  let site: Loopback;
  beforeAll(async () => {
    dir = buildWithBrokenStorage(kind);
    [session, site] = await Promise.all([openSession(kind, { extensionDir: dir }), serveLoopback()]);
  });
  afterAll(async () => {
    await session.close();
    rmSync(dir, { recursive: true });
  });

  test('P63 storage throws, the clock says 1970, the network goes: marks, cards and the toolbar still work', async () => {
    const page = await session.newPage();
    const said = listenToPage(page);
    await page.goto(site.put('/news', '<!doctype html><title>News</title><p>The Magnitsky Act passed.</p>'));
    await waitForMark(page, 'Magnitsky Act');
    const [broken] = await session.inContent(page, async () => {
      type Api = { storage: { local: { get(key: string): Promise<unknown> } } };
      const { browser, chrome } = globalThis as never as Record<string, Api>;
      const failure = await (browser ?? chrome)?.storage.local.get('settings').catch(String);
      return [failure, Date.now()];
    });
    expect(broken?.result).toEqual(['Error: the disk is broken', 0]);

    await site.close();
    await restPointerOn(page, 'Magnitsky Act');
    const card = await waitFor('a card', async () => (await readCards(session, page))[0]);
    expect(card.text).toContain('Magnitsky');
    await page.keyboard.press('Escape');

    const tab = await session.tabId(page);
    const toolbar = await session.openExtensionPage(`pages/toolbar/toolbar.html?tab=${tab}`);
    await waitFor('the toolbar to list the term', () =>
      toolbar.evaluate(() => document.body.textContent?.includes('Magnitsky')),
    );
    await toolbar.close();
    expect(said).toEqual([]);
  });
});

describe.each(kinds)('no storage at all in %s', (kind: BrowserKind) => {
  test('P63 without any storage to reach: marks, cards and the toolbar still work', async () => {
    const dir = buildWithoutStorage(kind);
    const [session, site] = await Promise.all([openSession(kind, { extensionDir: dir }), serveLoopback()]);
    try {
      const page = await session.newPage();
      const said = listenToPage(page);
      await page.goto(
        site.put('/news', '<!doctype html><title>News</title><p>The Magnitsky Act passed.</p>'),
      );
      await waitForMark(page, 'Magnitsky Act');
      const [missing] = await session.inContent(page, () => {
        type Api = { storage: { local?: object; session?: object } };
        const { browser, chrome } = globalThis as never as Record<string, Api>;
        const { storage } = browser ?? chrome ?? {};
        return [storage?.local === undefined, storage?.session === undefined];
      });
      expect(missing?.result).toEqual([true, true]);
      await restPointerOn(page, 'Magnitsky Act');
      const card = await waitFor('a card', async () => (await readCards(session, page))[0]);
      expect(card.text).toContain('Magnitsky');
      await page.keyboard.press('Escape');
      const tab = await session.tabId(page);
      const toolbar = await session.openExtensionPage(`pages/toolbar/toolbar.html?tab=${tab}`);
      await waitFor('the toolbar to list the term', () =>
        toolbar.evaluate(() => document.body.textContent?.includes('Magnitsky')),
      );
      await toolbar.close();
      expect(said).toEqual([]);
    } finally {
      await session.close();
      await site.close();
      rmSync(dir, { recursive: true });
    }
  });
});
