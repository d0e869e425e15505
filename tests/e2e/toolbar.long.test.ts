import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { tinyPdf } from '../fixtures/tiny-pdf.ts';
import { inFirefoxWindow } from './firefox-window.ts';
import { type Bed, describeInBrowsers } from './harness.ts';
import { clickText, openArticle, waitForText } from './own-page.ts';

interface PopupApi {
  readonly action: { openPopup(): Promise<void> };
  readonly extension: { getViews(what: object): Window[] };
  readonly tabs: { query(what: object): Promise<{ readonly id: number }[]> };
}

/** The popup itself, under the toolbar's button, for the tab in front. */
const openPopup = ({ session }: Bed): Promise<void> =>
  session.inExtension(async () => {
    const scope = globalThis as unknown as { browser?: PopupApi; chrome?: PopupApi };
    await (scope.browser ?? scope.chrome)?.action.openPopup();
  });

const readPopup = ({ session }: Bed): Promise<string> =>
  session.inExtension(() => {
    const scope = globalThis as unknown as { browser?: PopupApi; chrome?: PopupApi };
    const [view] = (scope.browser ?? scope.chrome)?.extension.getViews({ type: 'popup' }) ?? [];
    return view?.document.body?.innerText ?? '';
  });

/** Clicks the last thing of that kind in the popup. */
const clickInPopup = ({ session }: Bed, selector: string): Promise<void> =>
  session.inExtension((wanted) => {
    const scope = globalThis as unknown as { browser?: PopupApi; chrome?: PopupApi };
    const [view] = (scope.browser ?? scope.chrome)?.extension.getViews({ type: 'popup' }) ?? [];
    [...(view?.document.querySelectorAll<HTMLElement>(wanted) ?? [])].at(-1)?.click();
  }, selector);

/** The popup's page beside the tab in front, whatever the driver may see of that tab. */
async function openBesideFront({ session }: Bed): Promise<Page> {
  const tab = await session.inExtension(async () => {
    const scope = globalThis as unknown as { browser?: PopupApi; chrome?: PopupApi };
    return (await (scope.browser ?? scope.chrome)?.tabs.query({ active: true }))?.[0]?.id;
  });
  return session.openExtensionPage(`pages/toolbar/toolbar.html?tab=${tab}`);
}

describeInBrowsers('the toolbar popup', (bed) => {
  test('opens over the page in front, lists its terms, jumps there and gets out of the way', async () => {
    const { article } = await openArticle(bed());
    await article.bringToFront();
    await openPopup(bed());
    await waitFor('its terms', async () => (await readPopup(bed())).includes('4 terms on this page'));
    expect(await readPopup(bed())).toContain('On 127.0.0.1');
    await clickInPopup(bed(), '.terms button');
    await waitFor('the page to scroll', () => article.evaluate(() => scrollY > 1000));
    await waitFor('the popup to close', async () => (await readPopup(bed())) === '');
    await article.close();
  });

  test('switches the site off and on, in the open tab', async () => {
    const { article } = await openArticle(bed());
    await article.bringToFront();
    await openPopup(bed());
    await waitFor('the switch', async () => (await readPopup(bed())).includes('On 127.0.0.1'));
    await clickInPopup(bed(), '.choice:nth-child(2) input');
    await waitFor('no marks', async () => (await readMarks(article)).length === 0);
    await waitFor('why', async () => (await readPopup(bed())).includes('Switched off on this site.'));
    await clickInPopup(bed(), '.choice:nth-child(2) input');
    await waitFor('marks', async () => (await readMarks(article)).length > 0);
    await clickInPopup(bed(), 'nav button');
    await waitFor('the popup to close', async () => (await readPopup(bed())) === '');
    await article.close();
  });

  test.each([
    ['/law.pdf', 'This is a PDF file'],
    ['/law', 'PDF'],
  ])('P18 beside a PDF file at %s it says why nothing is marked', async (path, reason) => {
    const { session, site } = bed();
    const pdf = await session.newPage();
    const headers = { 'content-type': 'application/pdf' };
    // Firefox's viewer never reports the end of its loading to the driver.
    pdf.goto(site.put(path, { body: tinyPdf('Magnitsky Act'), headers })).catch(() => {});
    await waitFor('the file', () => pdf.evaluate(() => location.href.includes('/law')));
    const popup = await openBesideFront(bed());
    await waitForText(popup, reason);
    await popup.close();
    await pdf.close();
  });

  test.each(['https://addons.mozilla.org/', 'https://chromewebstore.google.com/'])(
    'P18 beside the store %s it says that browsers let no extension in',
    async (url) => {
      const store = await bed().session.newPage();
      // The network is cut: the tab stands at the address all the same.
      await store.goto(url, { timeout: 8000 }).catch(() => {});
      const popup = await openBesideFront(bed());
      await waitForText(popup, 'Browsers let no extension read their store.');
      await popup.close();
      await store.close();
    },
  );
});

describeInBrowsers(
  'a page left over from before Sidelight was switched on again',
  (bed) => {
    test('is stale: the popup says so, and its button reloads it', async () => {
      const { session } = bed();
      const { article } = await openArticle(bed());
      await switchOffAndOn(bed());
      // Switching off took every page of ours along, the driver's own among them.
      const tab = await findTabOf(bed(), article);
      const popup = await session.openExtensionPage(`pages/toolbar/toolbar.html?tab=${tab}`);
      await waitForText(popup, 'open before Sidelight was installed or updated');
      await Promise.all([article.waitForNavigation(), clickText(popup, 'button.main', 'Reload')]);
      await waitFor('marks', async () => (await readMarks(article)).length > 0);
      await article.close();
    });
  },
  { only: 'chromium' },
);

/** As a reader does on the browser's own page of extensions. */
async function switchOffAndOn({ session }: Bed): Promise<void> {
  const page = await session.browser.newPage();
  await page.goto('chrome://extensions/');
  const id = session.extensionUrl.replace('chrome-extension://', '');
  for (const on of [false, true]) {
    await page.evaluate(
      (extension, enabled) => {
        type Management = { setEnabled(id: string, on: boolean): Promise<void> };
        return (globalThis as unknown as { chrome: { management: Management } }).chrome.management.setEnabled(
          extension,
          enabled,
        );
      },
      id,
      on,
    );
  }
  await page.close();
}

async function findTabOf({ session }: Bed, article: Page): Promise<number> {
  const desk = await session.openExtensionPage('manifest.json');
  const tab = await desk.evaluate(async (url) => {
    type Tabs = { query(what: object): Promise<{ id: number; url?: string }[]> };
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    return (await tabs.query({})).find((one) => one.url === url)?.id;
  }, article.url());
  await desk.close();
  if (tab === undefined) throw new Error('the tab is gone');
  return tab;
}

describeInBrowsers(
  'a page left over from before Sidelight was switched on again',
  (bed) => {
    test('is read again at once: Firefox brings the content script by itself', async () => {
      const { article } = await openArticle(bed());
      await inFirefoxWindow(bed().session, async () => {
        type Addon = { disable(): Promise<void>; enable(): Promise<void> };
        type Imports = {
          importESModule(url: string): { AddonManager: { getAddonByID(id: string): Promise<Addon> } };
        };
        const { AddonManager } = (
          globalThis as unknown as { ChromeUtils: Imports }
        ).ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const addon = await AddonManager.getAddonByID('sidelight@sidelight.invalid');
        await addon.disable();
        await addon.enable();
        return null;
      });
      await waitFor('one set of marks', async () => (await readMarks(article)).length === 4);
      await article.close();
    });
  },
  { only: 'firefox' },
);
