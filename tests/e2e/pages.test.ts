import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { waitFor } from '../../src/cli/wait-for.ts';
import { clickInCard, openOn } from './card-page.ts';
import { describeInBrowsers, listenToPage } from './harness.ts';
import { clickText, expectAccessible, openArticle, storeSettings, textOf, waitForText } from './own-page.ts';

const PACK = 'human-rights-sanctions';

interface TabsApi {
  readonly tabs: { getCurrent(): Promise<{ readonly id: number }> };
}

describeInBrowsers('pages of our own', (bed) => {
  test('P42 the toolbar lists the very terms of the page, jumps, and switches the site off and on', async () => {
    const { article, tab } = await openArticle(bed());
    const popup = await bed().session.openExtensionPage(`pages/toolbar/toolbar.html?tab=${tab}`);
    await waitForText(popup, '4 terms on this page');
    expect(await textOf(popup)).toContain('Dima Yakovlev law');
    await clickText(popup, '.choice', 'On 127.0.0.1');
    await waitForText(popup, 'Switched off on this site.');
    await waitFor('no marks', () =>
      article.evaluate(() => [...CSS.highlights.values()].every(({ size }) => size === 0)),
    );
    await clickText(popup, '.choice', 'Only on sites');
    await waitForText(popup, 'not on your list');
    await clickText(popup, '.choice', 'Only on sites');
    await clickText(popup, '.choice', 'On 127.0.0.1');
    await waitForText(popup, '4 terms on this page');
    await expectAccessible(popup);
    await article.bringToFront();
    // The popup closes itself after the jump, so the click must not wait for an answer.
    await popup.evaluate(() => {
      const terms = [...document.querySelectorAll<HTMLButtonElement>('.terms button')];
      setTimeout(() => terms.at(-1)?.click());
    });
    await waitFor('the page to scroll', () => article.evaluate(() => scrollY > 1000));
    await article.close();
  });

  test.each([
    ['pages/options/options.html', 'This page belongs to the browser'],
    ['manifest.json', 'This page belongs to the browser'],
  ])('beside %s the toolbar says why nothing is marked', async (path, reason) => {
    const other = await bed().session.openExtensionPage(`${path}?why`);
    // Firefox tells the driver no address of an extension's page, so the page is asked for its own tab.
    const tab = await other.evaluate(async () => {
      const { browser, chrome } = globalThis as { browser?: TabsApi; chrome?: TabsApi };
      return (await (browser ?? chrome)?.tabs.getCurrent())?.id;
    });
    const popup = await bed().session.openExtensionPage(`pages/toolbar/toolbar.html?tab=${tab}`);
    await waitForText(popup, reason);
    await popup.close();
    await other.close();
  });

  test('a page without terms, a page of data, and a page switched off everywhere each say so', async () => {
    const { session, site } = bed();
    const cases = [
      [
        site.put('/empty', '<!doctype html><html lang="en"><title>x</title><p>Nothing here.'),
        'No terms that Sidelight knows',
      ],
      [
        site.put('/data', { body: '{"a":1}', headers: { 'content-type': 'application/json' } }),
        'no page of text',
      ],
    ] as const;
    for (const [url, reason] of cases) {
      const page = await session.newPage(url);
      const popup = await session.openExtensionPage(
        `pages/toolbar/toolbar.html?tab=${await session.tabId(page)}`,
      );
      await waitForText(popup, reason);
      await popup.close();
      await page.close();
    }
  });

  test('the panel lists terms by section, opens one, marks it read, shows the questions, follows its page', async () => {
    const { article, tab } = await openArticle(bed());
    const panel = await bed().session.openExtensionPage(`pages/panel/panel.html?tab=${tab}`);
    const said = listenToPage(panel);
    await waitForText(panel, 'Before you read');
    const text = await textOf(panel);
    const order = [
      'Magnitsky Act',
      'CAATSA',
      'History',
      'Jackson–Vanik',
      'Today',
      'Dima Yakovlev law',
      'Questions that this page touches',
    ];
    expect(order.map((one) => text.indexOf(one))).toEqual(
      order.map((one) => text.indexOf(one)).toSorted((a, b) => a - b),
    );
    expect(text.indexOf('Magnitsky Act')).toBeGreaterThan(-1);
    await panel.bringToFront();
    await panel.focus('.outline .term');
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('Enter');
    await waitForText(panel, 'All terms on this page');
    await waitForText(panel, 'US law of 2 August 2017');
    await panel.keyboard.press('Escape');
    await waitForText(panel, '1 read');
    expect(await readTerms(panel)).toEqual(['CAATSA']);
    await expectAccessible(panel);
    await article.evaluate(() => document.querySelector('#last')?.append(' And Boris Nemtsov.'));
    await waitForText(panel, 'Boris Nemtsov');
    expect(said).toEqual([]);
    await panel.close();
    await article.close();
  });

  test('a term whose card was opened on the page counts as read, also in a panel opened later', async () => {
    const { article, tab } = await openArticle(bed());
    const panel = await bed().session.openExtensionPage(`pages/panel/panel.html?tab=${tab}`);
    await waitForText(panel, '4 terms on this page');
    expect(await readTerms(panel)).toEqual([]);
    await article.bringToFront();
    await openOn(bed(), article, 'Magnitsky Act');
    await waitForText(panel, '1 read');
    expect(await readTerms(panel)).toEqual(['Magnitsky Act']);
    await clickInCard(bed(), article, 'Jackson–Vanik amendment');
    await waitForText(panel, '2 read');
    await panel.close();
    const later = await bed().session.openExtensionPage(`pages/panel/panel.html?tab=${tab}`);
    await waitForText(later, '2 read');
    expect(await readTerms(later)).toEqual(['Magnitsky Act', 'Jackson–Vanik amendment']);
    await later.close();
    await article.close();
  });

  test('the library searches while one types, by keyboard, and each find has its own address', async () => {
    const page = await bed().session.openExtensionPage('pages/library/library.html');
    const said = listenToPage(page);
    await waitForText(page, 'Questions in dispute');
    await expectAccessible(page);
    await page.keyboard.press('/');
    await page.keyboard.type('magnitski');
    await waitForText(page, ' hit');
    expect(await page.evaluate(() => document.querySelector('.hits mark')?.textContent)).toMatch(/^Magnitsk/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await waitForText(page, 'Also written:');
    expect(await page.evaluate(() => location.hash)).toMatch(/^#\/term\//);
    await page.goBack().catch(() => undefined);
    await waitForText(page, ' hit');
    expect(said).toEqual([]);
    await page.close();
  });

  test.each([
    ['#/terms', 'Laws'],
    ['#/who', 'As a table'],
    ['#/timeline', 'President Ford signs'],
    ['#/search/sanctions', 'Only the first 50'],
    [`#/term/${PACK}/magnitsky-act`, 'In dispute'],
    [`#/question/${PACK}/kremlin-anger`, 'Claim and answer'],
    [`#/source/${PACK}/lester-2013`, 'The argument, paragraph by paragraph'],
    [`#/term/${PACK}/nothing`, 'There is nothing at this address'],
  ])('the library at %s shows what it should, open to everyone', async (address, shown) => {
    const page = await bed().session.openExtensionPage(`pages/library/library.html${address}`);
    await waitForText(page, shown);
    await expectAccessible(page);
    await page.close();
  });

  test('who says what: 17 by 5, each mark opens its claims by key, and a table says the same', async () => {
    const page = await bed().session.openExtensionPage('pages/library/library.html#/who');
    await waitForText(page, 'As a table');
    const counts = () => [
      document.querySelectorAll('.stance-map svg .stance-mark').length,
      document.querySelectorAll('td').length,
    ];
    await waitFor('the picture', async () => ((await page.evaluate(counts))[0] ?? 0) > 0);
    expect(await page.evaluate(counts)).toEqual([85, 85]);
    await page.evaluate(() => document.querySelector<SVGElement>('.stance-map .cell')?.focus());
    await page.keyboard.press('Enter');
    await waitFor('the claims', () =>
      page.evaluate(() => !!document.querySelector('dialog[open] .argument')),
    );
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await waitFor('the dialog to close', () => page.evaluate(() => !document.querySelector('dialog')));
    await page.close();
  });

  test('the welcome page has a live card and three screens', async () => {
    const page = await bed().session.openExtensionPage('pages/welcome/welcome.html');
    await waitForText(page, 'Magnitsky Act');
    await page.focus('.mark');
    await page.keyboard.press('Enter');
    await waitForText(page, 'In dispute');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    for (const shown of ['At your pace', 'What you can rely on']) {
      await clickText(page, 'button.main', 'Next');
      await waitForText(page, shown);
      await expectAccessible(page);
    }
    await page.close();
  });

  test('every page is as accessible in the dark, at 360 px without sideways scrolling, in every language', async () => {
    const pages = [
      'toolbar/toolbar.html',
      'panel/panel.html',
      'library/library.html',
      'library/library.html#/who',
      'options/options.html',
      'welcome/welcome.html',
    ];
    for (const [language, appearance] of [
      ['de', 'dark'],
      ['ru', 'light'],
    ] as const) {
      await storeSettings(bed(), { language, appearance });
      for (const path of pages) {
        const page = await bed().session.openExtensionPage(`pages/${path}`);
        await page.setViewport({ width: 360, height: 740, hasTouch: bed().kind === 'chromium' });
        await waitFor(`${path} to be drawn`, () =>
          page.evaluate(
            (wanted) => document.documentElement.lang === wanted && !!document.querySelector('main'),
            language,
          ),
        );
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
          360,
        );
        await expectAccessible(page);
        await page.close();
      }
    }
    await storeSettings(bed(), {});
  }, 240_000);
});

/** Labels of the terms that the panel shows as read. */
function readTerms(panel: Page): Promise<string[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll('[data-read="true"] strong')].map(({ textContent }) => textContent ?? ''),
  );
}
