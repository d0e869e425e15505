import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { ownPages } from '../../src/cli/gallery-looks.ts';
import { readMarks } from '../../src/cli/page-view.ts';
import { inProject } from '../../src/cli/project.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import type { Bed } from './harness.ts';

// What tests of the extension's own pages share: the pages are read and used as a reader would.

/** Four terms under three headings; the last stands far below the rest. */
const ARTICLE = `<!doctype html><html lang="en"><title>Report</title><h1>Report</h1>
<p>The Magnitsky Act and CAATSA were debated; the Magnitsky Act again.</p>
<h2>History</h2><p>The Jackson-Vanik amendment came first.</p><div style="height:3000px"></div>
<h2>Today</h2><p id="last">The Dima Yakovlev law remains.</p></html>`;

const axe = readFileSync(inProject('node_modules', 'axe-core', 'axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** A phone's width and a desk's, px. */
export const WIDTHS = [360, 1280] as const;

const DEMO = readFileSync(inProject('tests', 'fixtures', 'demo', 'article.html'), 'utf8');

/** What a reader can read on a page of ours. */
export function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

export async function waitForText(page: Page, text: string): Promise<void> {
  await waitFor(`“${text}” to be shown`, async () => (await textOf(page)).includes(text));
}

/** An article in a tab of its own, marked. */
export async function openArticle(
  { session, site }: Bed,
  html = ARTICLE,
  path = '/article',
): Promise<{ readonly article: Page; readonly tab: number }> {
  const article = await session.newPage(site.put(path, html));
  await waitFor('marks', async () => (await readMarks(article)).length > 0);
  return { article, tab: await session.tabId(article) };
}

interface StorageArea {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(what: object): Promise<void>;
  clear(): Promise<void>;
}

interface StorageApi {
  readonly storage: { readonly local: StorageArea };
}

/** Puts these settings in place of all that is stored. */
export async function storeSettings({ session }: Bed, settings: object): Promise<void> {
  await session.inExtension(async (next) => {
    const scope = globalThis as { browser?: StorageApi; chrome?: StorageApi };
    await (scope.browser ?? scope.chrome)?.storage.local.set({ settings: next });
  }, settings);
}

/** Everything stored, byte for byte, keys in order of their names. */
export function readStorage({ session }: Bed): Promise<string> {
  return session.inExtension(async () => {
    const scope = globalThis as { browser?: StorageApi; chrome?: StorageApi };
    const stored = (await (scope.browser ?? scope.chrome)?.storage.local.get(null)) ?? {};
    return JSON.stringify(Object.entries(stored).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** As right after installing. */
export async function clearStorage({ session }: Bed): Promise<void> {
  await session.inExtension(async () => {
    // First: while there are packs, what pages read of them is put back.
    await new Promise<void>((resolve, reject) => {
      const dropping = indexedDB.deleteDatabase('packs');
      dropping.onsuccess = () => resolve();
      dropping.onerror = () => reject(dropping.error);
    });
    const scope = globalThis as { browser?: StorageApi; chrome?: StorageApi };
    await (scope.browser ?? scope.chrome)?.storage.local.clear();
  });
}

/** Clicks the first thing of that kind that bears these words. */
export async function clickText(page: Page, selector: string, text: string): Promise<void> {
  const found = await waitFor(`${selector} “${text}”`, async () => {
    for (const each of await page.$$(selector)) {
      if ((await each.evaluate((node) => node.textContent?.trim() ?? '')).includes(text)) return each;
    }
    return undefined;
  });
  await found.click();
}

/** What axe finds wrong, a line each. */
export async function findAxeFaults(page: Page): Promise<readonly string[]> {
  // Given as text by the browser's own tool, which the page's policy does not bind.
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run(document)')) as AxeResult;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await findAxeFaults(page)).toEqual([]);
}

/** One of the pages of `ownPages`, with the tab beside it where it has one, once it is drawn. */
export async function openDrawn({ session }: Bed, name: string, tab: number): Promise<Page> {
  const path = ownPages[name] ?? '';
  const page = await session.openExtensionPage(path.includes('#') ? path : `${path}?tab=${tab}`);
  const isBesideTab = name === 'panel' || name === 'toolbar';
  await waitFor(`${name} to be drawn`, () =>
    page.evaluate(
      (wanted) => document.querySelector(wanted) !== null,
      isBesideTab ? 'ol button' : 'main :is(p, li, h2)',
    ),
  );
  await page.evaluate(waitForRest, REST_MS);
  return page;
}

/** Parts of a page that ask the browser for something come after its first drawing; a busy machine answers in this time. */
const REST_MS = 500;

/** Comes once nothing has changed for so long; in the page. */
function waitForRest(restMs: number): Promise<void> {
  return new Promise((done) => {
    let timer = setTimeout(done, restMs);
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, restMs);
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** Visits every page at both widths, the demonstration article beside it. */
export async function visitAll(bed: Bed, look: (page: Page, where: string) => Promise<void>): Promise<void> {
  // Marked before another tab hides it: what is out of sight waits until it is seen.
  const { article: demo, tab } = await openArticle(bed, DEMO, '/demo');
  for (const name of Object.keys(ownPages)) {
    const page = await openDrawn(bed, name, tab);
    for (const width of WIDTHS) {
      await page.setViewport({ width, height: 800 });
      // One frame for the layout, one for what measures itself.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await look(page, `${name} ${width}`);
    }
    await page.close();
  }
  await demo.close();
}
