import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { inProject } from '../../src/cli/project.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { findControl, middleOf, waitForBox } from './card-page.ts';
import { type Bed, describeInBrowsers } from './harness.ts';
import { clearStorage, openArticle, openDrawn, readStorage, visitAll, waitForText } from './own-page.ts';

// Firefox for Android has no sidebar, no context menus, no commands and no omnibox. No driver reaches it here, so this
// is Firefox with those parts taken out of the manifest, which takes their APIs away just as Android does; a phone's
// width, and fingers only. What Android draws around our pages is not in it.

const WIDTH = 360;
const HEIGHT = 740;
/** WCAG 2.2, 2.5.8: what a finger must hit, px. Links within a sentence are excepted there. */
const LEAST_TARGET_PX = 24;

function writeAndroidCopy(): string {
  const dir = mkdtempSync(join(tmpdir(), 'android-'));
  cpSync(inProject('dist', 'firefox'), dir, { recursive: true });
  const file = join(dir, 'manifest.json');
  const {
    sidebar_action: _,
    omnibox: __,
    commands: ___,
    ...manifest
  } = JSON.parse(readFileSync(file, 'utf8'));
  const permissions = manifest.permissions.filter((name: string) => name !== 'contextMenus');
  writeFileSync(file, JSON.stringify({ ...manifest, permissions }));
  return dir;
}

/** Taps the first thing of that kind that bears these words. */
async function tapText(page: Page, selector: string, text: string): Promise<void> {
  const at = await waitFor(`${selector} “${text}”`, () =>
    page.evaluate(
      (kind, words) => {
        const found = [...document.querySelectorAll(kind)].find(({ textContent }) =>
          textContent?.includes(words),
        );
        found?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = found?.getBoundingClientRect();
        return box && [box.x + Math.min(box.width / 2, 40), box.y + box.height / 2];
      },
      selector,
      text,
    ),
  );
  await page.touchscreen.tap(at[0] ?? 0, at[1] ?? 0);
}

const narrow = (page: Page): Promise<void> => page.setViewport({ width: WIDTH, height: HEIGHT });

interface TabsApi {
  query(what: object): Promise<{ readonly id: number; readonly url?: string; readonly active: boolean }[]>;
  remove(ids: readonly number[]): Promise<void>;
}

/** Address of the tab in front. */
const readFront = ({ session }: Bed): Promise<string> =>
  session.inExtension(async () => {
    const { tabs } = (globalThis as unknown as { browser: { tabs: TabsApi } }).browser;
    return (await tabs.query({ active: true }))[0]?.url ?? '';
  });

/** The page of ours at that address, once it is open. */
const waitForOwn = ({ session }: Bed, part: string): Promise<Page> =>
  waitFor(`a page at ${part}`, async () => {
    for (const page of await session.browser.pages()) {
      const address = await page.evaluate(() => location.href).catch(() => '');
      if (address.includes(part)) return page;
    }
    return undefined;
  });

describeInBrowsers(
  'as on Android,',
  (bed) => {
    afterEach(async () => {
      await clearStorage(bed());
      await bed().session.inExtension(async () => {
        const { tabs } = (globalThis as unknown as { browser: { tabs: TabsApi } }).browser;
        const own = (await tabs.query({})).filter(({ url }) => url?.includes('/pages/'));
        await tabs.remove(own.map(({ id }) => id));
      });
    });

    test('the parts that Android lacks are away', async () => {
      const there = await bed().session.inExtension(() => {
        const { browser } = globalThis as unknown as { browser: Record<string, unknown> };
        return ['sidebarAction', 'omnibox', 'commands', 'contextMenus', 'menus'].filter(
          (name) => browser[name],
        );
      });
      expect(there).toEqual([]);
    });

    test('a tap opens the card, whose “side panel” is the same page in a tab, open at that term', async () => {
      const { article } = await openArticle(bed());
      await narrow(article);
      const mark = await middleOf(article, 'CAATSA');
      await article.touchscreen.tap(mark.x, mark.y);
      expect((await waitForBox(bed(), article)).title).toBe('CAATSA');
      const { x, y } = await findControl(bed(), article, 'Side panel');
      await article.touchscreen.tap(x, y);
      const panel = await waitForOwn(bed(), 'panel.html?tab=');
      await waitForText(panel, 'US law of 2 August 2017');
      await article.close();
    });

    test('the popup’s page: the site off and on, its terms, the panel, the library, the options', async () => {
      const { article, tab } = await openArticle(bed());
      const popup = await openDrawn(bed(), 'toolbar', tab);
      await narrow(popup);
      await tapText(popup, '.choice', 'On 127.0.0.1');
      await waitForText(popup, 'Switched off on this site.');
      await waitFor('no marks', async () => (await readMarks(article)).length === 0);
      await tapText(popup, '.choice', 'On 127.0.0.1');
      await waitForText(popup, '4 terms on this page');
      await tapText(popup, 'nav button', 'Library');
      await waitForOwn(bed(), 'library.html');
      const again = await openDrawn(bed(), 'toolbar', tab);
      await tapText(again, 'nav button', 'Options');
      await waitForOwn(bed(), 'options.html');
      const last = await openDrawn(bed(), 'toolbar', tab);
      await tapText(last, 'nav button', 'Side panel');
      await waitForOwn(bed(), `panel.html?tab=${tab}`);
      await article.close();
    });

    test('the panel in a tab: a term opens, and “show on the page” brings the page to the front', async () => {
      const { article, tab } = await openArticle(bed());
      const panel = await openDrawn(bed(), 'panel', tab);
      await narrow(panel);
      await tapText(panel, '.term', 'Jackson–Vanik');
      await waitForText(panel, 'All terms on this page');
      await tapText(panel, '.steps button', 'All terms on this page');
      await waitForText(panel, '1 read');
      await tapText(panel, 'li:last-child .jump', '→');
      await waitFor('the page in front', async () => (await readFront(bed())) === article.url());
      await article.close();
    });

    test('the library is searched, and the options chosen, by finger; no keys are spoken of', async () => {
      const library = await openDrawn(bed(), 'library', 0);
      await narrow(library);
      const box = await library.evaluate(() => {
        const { x, y, width, height } =
          document.querySelector('input')?.getBoundingClientRect() ?? new DOMRect();
        return [x + width / 2, y + height / 2];
      });
      await library.touchscreen.tap(box[0] ?? 0, box[1] ?? 0);
      await library.keyboard.type('magnitsky');
      await tapText(library, '.hits a', 'Magnitsky Act');
      await waitFor('the term', () => library.evaluate(() => location.hash.startsWith('#/term/')));
      const options = await openDrawn(bed(), 'options', 0);
      await narrow(options);
      await tapText(options, '.choice', 'Every mention');
      await waitFor('the choice', async () => (await readStorage(bed())).includes('"density":"all"'));
      expect(await options.evaluate(() => document.body.innerText)).not.toContain('Change these keys');
    });

    test('every control on every page is large enough for a finger', async () => {
      const small: string[] = [];
      await visitAll(bed(), async (page, where) => {
        if (!where.endsWith(` ${WIDTH}`)) return;
        const found = await page.evaluate((least) => {
          const controls = 'button, select, summary, input:not([type="file"]), nav a, .heads a, .hits a';
          return [...document.querySelectorAll<HTMLElement>(controls)]
            .filter((element) => element.checkVisibility({ visibilityProperty: true }))
            .map((element) => ({
              element,
              box: (element.closest('label') ?? element).getBoundingClientRect(),
            }))
            .filter(({ box }) => box.width < least || box.height < least)
            .map(({ element, box }) => {
              const name = element.textContent?.trim() || element.getAttribute('aria-label');
              return `${element.localName} “${name?.slice(0, 30)}” ${Math.round(box.width)}×${Math.round(box.height)}`;
            });
        }, LEAST_TARGET_PX);
        small.push(...found.map((one) => `${where}: ${one}`));
      });
      expect(small).toEqual([]);
    }, 300_000);
  },
  { only: 'firefox', extensionDir: writeAndroidCopy() },
);
