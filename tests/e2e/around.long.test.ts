import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { waitFor } from '../../src/cli/wait-for.ts';
import { type Bed, describeInBrowsers } from './harness.ts';
import { clearStorage, openArticle, storeSettings, textOf, waitForText } from './own-page.ts';

// What stands around a page and follows it: the badge, the popup and the panel, over several tabs and windows.

const OTHER =
  '<!doctype html><html lang="en"><title>Other</title><p>The Kremlin answered Freedom House.</p></html>';
const EMPTY = '<!doctype html><html lang="en"><title>Empty</title><p>Nothing here.</p></html>';

interface TabsApi {
  readonly action: { getBadgeText(what: object): Promise<string> };
  readonly tabs: { query(what: object): Promise<{ readonly id: number }[]> };
  readonly windows: {
    create(what: object): Promise<{ readonly id: number }>;
    remove(id: number): Promise<void>;
  };
}

const readBadge = ({ session }: Bed, tab: number): Promise<string> =>
  session.inExtension((tabId) => {
    const scope = globalThis as unknown as { browser?: TabsApi; chrome?: TabsApi };
    return (scope.browser ?? scope.chrome)?.action.getBadgeText({ tabId }) ?? '';
  }, tab);

const waitForBadge = (bed: Bed, tab: number, text: string): Promise<unknown> =>
  waitFor(`“${text}” on the badge`, async () => (await readBadge(bed, tab)) === text);

const openWindow = ({ session }: Bed, url: string): Promise<number | undefined> =>
  session.inExtension(async (address) => {
    const scope = globalThis as unknown as { browser?: TabsApi; chrome?: TabsApi };
    return (await (scope.browser ?? scope.chrome)?.windows.create({ url: address, focused: true }))?.id;
  }, url);

const closeWindow = ({ session }: Bed, id: number): Promise<unknown> =>
  session.inExtension(async (window) => {
    const scope = globalThis as unknown as { browser?: TabsApi; chrome?: TabsApi };
    await (scope.browser ?? scope.chrome)?.windows.remove(window);
  }, id);

/** A page that begins and does not end until it is told to. */
async function serveSlowly(start: string): Promise<{ url: string; end(): void; close(): void }> {
  const open: ServerResponse[] = [];
  const server = createServer((_request, response) => {
    open.push(response);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.write(start);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slow`,
    end: () => open.forEach((response) => void response.end('</html>')),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const findFrontTab = ({ session }: Bed): Promise<number> =>
  session.inExtension(async () => {
    const scope = globalThis as unknown as { browser?: TabsApi; chrome?: TabsApi };
    return (await (scope.browser ?? scope.chrome)?.tabs.query({ active: true }))?.[0]?.id ?? -1;
  });

const openPopup = ({ session }: Bed, tab: number): Promise<Page> =>
  session.openExtensionPage(`pages/toolbar/toolbar.html?tab=${tab}`);

describeInBrowsers('the badge', (bed) => {
  test('counts the terms of its tab, follows the page and the switches, and is empty where nothing is', async () => {
    await clearStorage(bed());
    const { article, tab } = await openArticle(bed());
    await waitForBadge(bed(), tab, '4');
    await article.evaluate(() => document.querySelector('#last')?.append(' And Boris Nemtsov.'));
    await waitForBadge(bed(), tab, '5');
    await storeSettings(bed(), { offSites: ['127.0.0.1'] });
    await waitForBadge(bed(), tab, '');
    await storeSettings(bed(), {});
    await waitForBadge(bed(), tab, '5');
    await article.goto(bed().site.put('/empty', EMPTY));
    await waitForBadge(bed(), tab, '');
    await article.close();
  });
});

describeInBrowsers('the badge of a page that was kept for “back”', (bed) => {
  test('P22 is there again', async () => {
    await clearStorage(bed());
    const { session, site } = bed();
    const url = site.put('/kept', { body: OTHER, headers: { 'cache-control': 'max-age=60' } });
    const page = await session.newPage(url);
    const tab = await session.tabId(page);
    await waitForBadge(bed(), tab, '2');
    // What a page loaded anew has forgotten.
    await page.evaluate(() => Object.assign(window, { isKept: true }));
    await page.goto(site.put('/empty', EMPTY));
    await waitForBadge(bed(), tab, '');
    await page.evaluate(() => void setTimeout(() => history.back(), 0));
    await waitFor('the first page', () => page.evaluate((first) => location.href === first, url));
    expect(await page.evaluate(() => 'isKept' in window)).toBe(true);
    await waitForBadge(bed(), tab, '2');
    await page.close();
  });
});

describeInBrowsers('the popup', (bed) => {
  test('is there at once while a page is still loading, says so, and lists its terms when it has come', async () => {
    const { session } = bed();
    const slow = await serveSlowly(
      '<!doctype html><html lang="en"><title>x</title><p>The Magnitsky Act.</p>',
    );
    const page = await session.newPage();
    page.goto(slow.url).catch(() => {});
    const tab = await findFrontTab(bed());
    const popup = await openPopup(bed(), tab);
    await waitForText(popup, 'This page does not answer yet');
    expect(await textOf(popup)).toContain('Library');
    slow.end();
    await waitForText(popup, '1 term on this page');
    await popup.close();
    await page.close();
    slow.close();
  });

  test('stays usable when its page goes away', async () => {
    const { article, tab } = await openArticle(bed());
    const popup = await openPopup(bed(), tab);
    await waitForText(popup, '4 terms on this page');
    await article.close();
    await waitFor('its terms to go', async () => !(await textOf(popup)).includes('4 terms on this page'));
    expect(await textOf(popup)).toContain('Options');
    await popup.close();
  });
});

describeInBrowsers('the panel', (bed) => {
  test('follows a page that puts one term in the place of another', async () => {
    const { article, tab } = await openArticle(bed());
    const panel = await bed().session.openExtensionPage(`pages/panel/panel.html?tab=${tab}`);
    await waitForText(panel, 'Dima Yakovlev law');
    await article.evaluate(() => {
      const last = document.querySelector('#last');
      if (last) last.textContent = 'Boris Nemtsov was shot.';
    });
    await waitForText(panel, 'Boris Nemtsov');
    expect(await textOf(panel)).not.toContain('Dima Yakovlev law');
    await panel.close();
    await article.close();
  });
});

describeInBrowsers('in two windows', (bed) => {
  test('the panel stays with the tab in front of its own window', async () => {
    const { session, site } = bed();
    const panel = await session.openExtensionPage('pages/panel/panel.html');
    const { article } = await openArticle(bed());
    await waitForText(panel, 'Dima Yakovlev law');
    const other = await openWindow(bed(), site.put('/other', OTHER));
    await waitFor('the other page to be marked', async () => {
      const pages = await session.browser.pages();
      return pages.some((page) => page.url().endsWith('/other'));
    });
    await article.evaluate(() => document.querySelector('#last')?.append(' And Boris Nemtsov.'));
    await waitForText(panel, 'Boris Nemtsov');
    expect(await textOf(panel)).not.toContain('Freedom House');
    if (other !== undefined) await closeWindow(bed(), other);
    await panel.close();
    await article.close();
  });
});
