import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { waitForMark } from '../../src/cli/pointer.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { type Bed, describeInBrowsers, listenToPage } from './harness.ts';

// When Sidelight begins on a page: once, and not before somebody looks at it.

const news = (title: string, rest = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
  <body><p>Lawmakers passed the Magnitsky Act.</p>${rest}</body></html>`;

interface Api {
  readonly scripting: { executeScript(what: object): Promise<unknown> };
  readonly runtime: { getManifest(): { readonly content_scripts: readonly { readonly js: string[] }[] } };
  readonly action: { getBadgeText(what: object): Promise<string> };
}

/** Brings the manifest's own scripts to the page once more, as happens when tabs that are open are started. */
const startAgain = async ({ session }: Bed, page: Page): Promise<void> =>
  session.inExtension(
    async (tabId) => {
      const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
      const api = (scope.browser ?? scope.chrome) as Api;
      const files = api.runtime.getManifest().content_scripts.flatMap(({ js }) => js);
      await api.scripting.executeScript({ target: { tabId, allFrames: true }, files });
    },
    await session.tabId(page),
  );

describeInBrowsers('a page that is started twice', (bed) => {
  let page: Page;
  afterEach(() => page.close());

  test.each([
    ['with names', '<p>The Kremlin answered.</p>', ['Magnitsky Act', 'Kremlin']],
    ['with one that comes', '', ['Magnitsky Act', 'CAATSA']],
  ])('%s is marked once', async (_, rest, words) => {
    const { session, site } = bed();
    page = await session.newPage();
    const said = listenToPage(page);
    await page.goto(site.put('/twice', news('Twice', rest)));
    await waitForMark(page, 'Magnitsky Act');
    const names = await page.evaluate(() => CSS.highlights.size);
    await startAgain(bed(), page);
    await sleep(800);
    const add = (last: string) => document.querySelector('p')?.append(`; ${last} followed.`);
    if (!rest) await page.evaluate(add, words.at(-1) ?? '');
    await waitForMark(page, words.at(-1) ?? '');
    expect((await readMarks(page)).map(({ text }) => text)).toEqual(words);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(names);
    expect(said).toEqual([]);
  });

  test('and that has no words yet is marked once', async () => {
    const { session, site } = bed();
    page = await session.newPage();
    await page.goto(site.put('/wordless', '<!doctype html><title>Empty</title><body><main></main>'));
    await startAgain(bed(), page);
    await page.evaluate(() => document.querySelector('main')?.append('The Magnitsky Act was passed.'));
    await waitForMark(page, 'Magnitsky Act');
    await sleep(800);
    expect((await readMarks(page)).map(({ text }) => text)).toEqual(['Magnitsky Act']);
  });
});

describeInBrowsers('a frame that is empty at first', (bed) => {
  test('is read when it gets its page', async () => {
    const { session, site } = bed();
    site.put('/inner', news('Inner'));
    const page = await session.newPage(site.put('/outer', news('Outer')));
    await waitForMark(page, 'Magnitsky Act');
    await page.evaluate(() => document.body.append(document.createElement('iframe')));
    await sleep(600);
    await page.evaluate(() => document.querySelector('iframe')?.setAttribute('src', '/inner'));
    await waitFor('marks in the frame', async () => {
      const inner = page.frames().find((frame) => frame.url().endsWith('/inner'));
      return inner?.evaluate(() => CSS.highlights.size > 0);
    });
    await page.close();
  });
});

describeInBrowsers(
  'a page that the browser draws in advance',
  (bed) => {
    test('is left alone until somebody comes, and is marked and counted then', async () => {
      const { session, site } = bed();
      const next = site.put('/next', news('Next', '<p>The Kremlin answered.</p>'));
      const rules = JSON.stringify({ prerender: [{ urls: ['/next'], eagerness: 'immediate' }] });
      const page = await session.newPage();
      await page.goto(
        site.put(
          '/before',
          news('Before', `<a href="/next">Next</a><script type="speculationrules">${rules}</script>`),
        ),
      );
      await waitFor('the page in advance', () => site.requests.includes('/next'));
      await sleep(1_000);
      const tab = await session.tabId(page);
      await page.click('a');
      await waitFor('the next page', () => page.evaluate((url) => location.href === url, next));
      const wasDrawn = () =>
        (performance.getEntriesByType('navigation')[0] as unknown as { activationStart: number })
          .activationStart > 0;
      expect(await page.evaluate(wasDrawn)).toBe(true);
      await waitForMark(page, 'Kremlin');
      const readBadge = () =>
        session.inExtension((tabId) => {
          const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
          return (scope.browser ?? scope.chrome)?.action.getBadgeText({ tabId });
        }, tab);
      await waitFor('the badge', async () => (await readBadge()) === '2');
      await page.close();
    });
  },
  { only: 'chromium' },
);
