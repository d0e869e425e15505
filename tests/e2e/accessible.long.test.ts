import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { ownPages } from '../../src/cli/gallery-looks.ts';
import { readMarks } from '../../src/cli/page-view.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers } from './harness.ts';
import {
  clearStorage,
  findAxeFaults,
  openArticle,
  openDrawn,
  readStorage,
  storeSettings,
  visitAll,
  waitForText,
} from './own-page.ts';

// Every page, in both themes and both widths; and then without a pointer.

/** Everything that a reader can use, in order; of a group of radio buttons the chosen one. Runs in the page. */
function listUsable(): string[] {
  const usable = 'a[href], button, input, select, summary, [tabindex="0"]';
  return [...document.querySelectorAll<HTMLElement>(usable)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0)
    .filter(
      (element) => !(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked,
    )
    .map((element, at) => {
      element.dataset['stop'] = String(at);
      return `${at} ${element.localName} ${element.textContent?.trim().slice(0, 30)}`;
    });
}

interface Stop {
  readonly at: number;
  /** Whether one sees where the keyboard is. */
  readonly isShown: boolean;
}

/** What the keyboard has come to. Runs in the page. */
function readStop(): Stop | null {
  const element = document.activeElement;
  const stop =
    element instanceof HTMLElement || element instanceof SVGElement ? element.dataset['stop'] : undefined;
  if (!element || stop === undefined) return null;
  const { outlineStyle, outlineWidth, boxShadow, strokeWidth } = getComputedStyle(element);
  const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  const isDrawn = element instanceof SVGElement && Number.parseFloat(strokeWidth) > 0;
  return { at: Number(stop), isShown: hasOutline || boxShadow !== 'none' || isDrawn };
}

/** Goes through the whole page by Tab; gives what was passed over, out of order, or not seen to be in focus. */
async function walkByTab(page: Page): Promise<readonly string[]> {
  const usable = await page.evaluate(listUsable);
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
  });
  const stops: Stop[] = [];
  // Boxes that scroll are stops of their own in one browser or the other.
  for (
    let press = 0;
    press < usable.length * 2 + 8 && (stops.at(-1)?.at ?? -1) < usable.length - 1;
    press += 1
  ) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readStop);
    if (stop) stops.push(stop);
  }
  const reached = stops.map(({ at }) => at);
  return [
    ...usable.filter((_, at) => !reached.includes(at)).map((what) => `passed over: ${what}`),
    ...reached
      .filter((at, place) => at < (reached[place - 1] ?? -1))
      .map((at) => `out of order: ${usable[at]}`),
    ...stops.filter(({ isShown }) => !isShown).map(({ at }) => `not shown: ${usable[at]}`),
  ];
}

/** Presses Tab until what bears these words is in focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent)) === words) return;
  }
  throw new Error(`Tab never came to “${words}”`);
}

describeInBrowsers('every page', (bed) => {
  test.each(['light', 'dark'] as const)(
    'has nothing that axe finds wrong: %s, narrow and wide',
    async (appearance) => {
      await storeSettings(bed(), { appearance });
      const faults: string[] = [];
      await visitAll(bed(), async (page, where) => {
        expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe(appearance);
        faults.push(...(await findAxeFaults(page)).map((fault) => `${where}: ${fault}`));
      });
      await clearStorage(bed());
      expect(faults).toEqual([]);
    },
    300_000,
  );

  test.each(Object.keys(ownPages))(
    '%s: Tab reaches everything, in order, and one sees where',
    async (name) => {
      const { article, tab } = await openArticle(bed());
      const page = await openDrawn(bed(), name, tab);
      await page.bringToFront();
      expect(await walkByTab(page)).toEqual([]);
      await page.close();
      await article.close();
    },
  );
});

describeInBrowsers('by keyboard alone', (bed) => {
  test('the toolbar switches the site off and on and jumps to a term', async () => {
    const { article, tab } = await openArticle(bed());
    const page = await openDrawn(bed(), 'toolbar', tab);
    await page.bringToFront();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press(' ');
    await waitForText(page, 'Switched off on this site.');
    await waitFor('no marks', async () => (await readMarks(article)).length === 0);
    await page.keyboard.press(' ');
    await waitForText(page, '4 terms on this page');
    await tabTo(page, 'Dima Yakovlev law');
    // The popup closes itself, so the key must not wait for an answer.
    void page.keyboard.press('Enter').catch(() => {});
    await waitFor('the article in front', () => article.bringToFront().then(() => true));
    await waitFor('the page to scroll', () => article.evaluate(() => scrollY > 1000));
    await article.close();
  });

  test('options: arrows choose, Space ticks, a site is added and removed, a preview is left', async () => {
    await clearStorage(bed());
    const page = await openDrawn(bed(), 'options', 0);
    await page.bringToFront();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await waitFor('the next pace', async () => (await readStorage(bed())).includes('"pace":"fast"'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press(' ');
    await waitFor('minor terms', async () => (await readStorage(bed())).includes('"showMinor":true'));
    await page.focus('input[name=site]');
    await page.keyboard.type('example.org');
    await page.keyboard.press('Enter');
    await waitFor('the site', async () => (await readStorage(bed())).includes('"offSites":["example.org"]'));
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Enter');
    await waitFor('no site', async () => (await readStorage(bed())).includes('"offSites":[]'));
    await page.evaluate(() =>
      [...document.querySelectorAll('button')]
        .find(({ textContent }) => textContent === 'Reset everything')
        ?.focus(),
    );
    await page.keyboard.press('Enter');
    await waitFor('the preview, in focus', () =>
      page.evaluate(() => document.activeElement?.textContent === 'Resetting will change this'),
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await waitFor('the preview to go', async () => (await page.$('.preview')) === null);
    expect(await readStorage(bed())).toContain('"pace":"fast"');
    await clearStorage(bed());
    await page.close();
  });

  test('library: who says what is walked by arrows, a cell opens and closes, and focus comes back', async () => {
    const page = await openDrawn(bed(), 'who', 0);
    await page.bringToFront();
    await waitFor('the picture', () => page.evaluate(() => !!document.querySelector('.stance-map .cell')));
    await page.evaluate(() => document.querySelector<SVGElement>('.stance-map .cell[tabindex="0"]')?.focus());
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const first = await focused();
    await page.keyboard.press('ArrowRight');
    const second = await focused();
    await page.keyboard.press('ArrowDown');
    const third = await focused();
    expect(new Set([first, second, third, '']).size).toBe(4);
    await page.keyboard.press('Enter');
    await waitFor('the claims', () => page.evaluate(() => !!document.querySelector('dialog[open]')));
    await page.keyboard.press('Escape');
    await waitFor('the dialog to close', () => page.evaluate(() => !document.querySelector('dialog')));
    expect(await focused()).toBe(third);
    await page.close();
  });

  test('welcome: three screens, a pace, and the live card', async () => {
    await clearStorage(bed());
    const page = await openDrawn(bed(), 'welcome', 0);
    await page.bringToFront();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await waitForText(page, 'In dispute');
    await page.keyboard.press('Escape');
    await waitFor('the card to close', async () => (await page.$('.example-card')) === null);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('mark');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await waitForText(page, 'At your pace');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await waitFor('calm', async () => (await readStorage(bed())).includes('"pace":"calm"'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await waitForText(page, 'What you can rely on');
    await clearStorage(bed());
    await page.close();
  });
});
