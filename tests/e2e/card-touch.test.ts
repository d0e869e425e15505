import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inCard } from '../../src/cli/page-view.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import {
  article,
  hasHost,
  middleOf,
  openOn,
  pause,
  set,
  visit,
  waitForBox,
  waitForNoHost,
  waitForTitle,
} from './card-page.ts';
import { describeInBrowsers } from './harness.ts';

const width = 390;
const height = 780;

describeInBrowsers('touch', (bed) => {
  let page: Page;
  beforeAll(async () => {
    page = await bed().session.newPage();
  });
  beforeEach(async () => {
    await set(bed(), { pace: 'fast' });
    await page.setViewport({ width, height });
  });

  const long = `${article}<div style="height:3000px"></div>`;
  const narrow = {
    body: long,
    css: 'p { margin: 0 8px 30px !important; width: auto !important; position: static !important }',
  };
  const readShape = async () => {
    const [shape] = await inCard(
      bed().session,
      page,
      (root) => (root.querySelector('.frame') as HTMLElement).dataset.shape,
    );
    return shape;
  };

  const drag = async (from: number, to: number) => {
    await page.touchscreen.touchStart(width / 2, from);
    for (let step = 1; step <= 5; step++) {
      await page.touchscreen.touchMove(width / 2, from + ((to - from) * step) / 5);
    }
    await page.touchscreen.touchEnd();
  };

  test('a tap opens a sheet of 35 % of the height at the bottom, and the page still scrolls', async () => {
    await visit(bed(), page, narrow);
    const { x, y } = await middleOf(page, 'Magnitsky Act');
    await page.touchscreen.tap(x, y);
    const box = await waitForBox(bed(), page);
    expect(await readShape()).toBe('sheet');
    expect(Math.round(box.bottom)).toBe(height);
    expect(Math.abs(box.bottom - box.top - 0.35 * height)).toBeLessThan(1.5);
    const seenWidth = await page.evaluate(() => document.documentElement.clientWidth);
    expect(Math.round(box.right - box.left)).toBe(seenWidth);
    await page.evaluate(() => scrollTo(0, 20));
    await waitFor('the scroll', () => page.evaluate(() => scrollY === 20));
    expect(await hasHost(page)).toBe(true);
  });

  describe('a term at the foot of the screen', () => {
    const low = {
      body: `<div style="height:${height - 60}px"></div><p>See the <a href="#there">Magnitsky Act</a>.</p>`,
      css: narrow.css,
    };

    test('has its sheet at the top: never over its line, and the page does not move', async () => {
      await visit(bed(), page, low);
      const { x, y, height: lineHeight } = await middleOf(page, 'Magnitsky Act');
      await page.touchscreen.tap(x, y);
      const box = await waitForBox(bed(), page);
      expect([Math.round(box.top), Math.abs(box.bottom - 0.35 * height) < 1.5]).toEqual([0, true]);
      expect(box.bottom).toBeLessThan(y - lineHeight / 2);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.touchscreen.tap(x, y);
      await waitFor('the link', () => page.evaluate(() => location.hash === '#there'));
    });

    test('its sheet is pulled down to open it and up to send it away', async () => {
      await visit(bed(), page, low);
      const { x, y } = await middleOf(page, 'Magnitsky Act');
      await page.touchscreen.tap(x, y);
      const box = await waitForBox(bed(), page);
      await drag(box.bottom - 10, box.bottom + 250);
      const open = await waitFor('the last stop', async () => {
        const now = await waitForBox(bed(), page);
        return Math.abs(now.bottom - 0.85 * height) < 1.5 && now;
      });
      await drag(open.bottom - 10, open.bottom - 200);
      await waitForNoHost(page);
    });
  });

  test('a finger that moves more than 10 px opens nothing', async () => {
    await visit(bed(), page, narrow);
    const { x, y } = await middleOf(page, 'Magnitsky Act');
    await page.touchscreen.touchStart(x - 6, y);
    await page.touchscreen.touchMove(x + 6, y);
    await page.touchscreen.touchEnd();
    await pause(500);
    expect(await hasHost(page)).toBe(false);
  });

  test('a finger that moves less than 10 px has tapped', async () => {
    await visit(bed(), page, narrow);
    const { x, y } = await middleOf(page, 'Magnitsky Act');
    await page.touchscreen.touchStart(x - 3, y);
    await page.touchscreen.touchMove(x + 3, y);
    await page.touchscreen.touchEnd();
    await waitForBox(bed(), page);
  });

  test('another term that is tapped takes the sheet over', async () => {
    await visit(bed(), page, narrow);
    const first = await middleOf(page, 'Magnitsky Act');
    await page.touchscreen.tap(first.x, first.y);
    await waitForTitle(bed(), page, 'Magnitsky Act');
    const next = await middleOf(page, 'Freedom House');
    await page.touchscreen.tap(next.x, next.y);
    await waitForTitle(bed(), page, 'Freedom House');
  });

  test('a tap beside it closes it, a tap in it does not', async () => {
    await visit(bed(), page, narrow);
    const { x, y } = await middleOf(page, 'Magnitsky Act');
    await page.touchscreen.tap(x, y);
    const box = await waitForBox(bed(), page);
    await page.touchscreen.tap(box.left + 100, box.top + 110);
    await pause(250);
    expect(await hasHost(page)).toBe(true);
    await page.touchscreen.tap(200, 400);
    await waitForNoHost(page);
  });

  test('in a link the first tap previews and the second follows', async () => {
    await visit(bed(), page, { ...narrow, body: '<p>See the <a href="#there">Magnitsky Act</a> here.</p>' });
    const { x, y } = await middleOf(page, 'Magnitsky Act');
    await page.touchscreen.tap(x, y);
    await waitForBox(bed(), page);
    expect(await page.evaluate(() => location.hash)).toBe('');
    await page.touchscreen.tap(x, y);
    await waitFor('the link', () => page.evaluate(() => location.hash === '#there'));
  });

  test('on a control of the page a tap does what it always does', async () => {
    const script = "window.clicks = 0; document.querySelector('button').onclick = () => window.clicks++";
    await visit(bed(), page, {
      ...narrow,
      body: '<p><button>The Magnitsky Act</button> and the Magnitsky Act</p>',
      script,
    });
    await middleOf(page, 'Magnitsky Act');
    await page.touchscreen.tap(60, 15);
    await pause(300);
    expect(await hasHost(page)).toBe(false);
    expect(await page.evaluate(() => (window as never as { clicks: number }).clicks)).toBe(1);
  });

  test('pulled up by its handle it takes most of the screen, pulled down it goes', async () => {
    await visit(bed(), page, narrow);
    const { x, y } = await middleOf(page, 'Magnitsky Act');
    await page.touchscreen.tap(x, y);
    const box = await waitForBox(bed(), page);
    await drag(box.top + 10, box.top - 250);
    const up = await waitFor('the last stop', async () => {
      const now = await waitForBox(bed(), page);
      return Math.abs(now.bottom - now.top - 0.85 * height) < 1.5 && now;
    });
    await drag(up.top + 10, up.top + 200);
    await waitForNoHost(page);
  });

  describe('Back', () => {
    // What Back asks of a page on Android, Escape asks on a desktop; with Ctrl held none of our keys takes it first.
    const requestClose = async () => {
      await page.keyboard.down('Control');
      await page.keyboard.press('Escape');
      await page.keyboard.up('Control');
    };
    const readHistory = () => page.evaluate(() => [location.href, history.length, history.state]);

    test('closes the sheet, with the history of the page as it was', async () => {
      await visit(bed(), page, narrow);
      const before = await readHistory();
      const { x, y } = await middleOf(page, 'Magnitsky Act');
      await page.touchscreen.tap(x, y);
      await waitForBox(bed(), page);
      await requestClose();
      await waitForNoHost(page);
      expect(await readHistory()).toEqual(before);
    });

    test('P11 asks the page again once the sheet is gone: its own dialog closes then', async () => {
      await visit(bed(), page, { ...narrow, body: `${long}<dialog>One</dialog>` });
      const isOpen = () => page.evaluate(() => document.querySelector('dialog')?.open);
      const { x, y } = await middleOf(page, 'Magnitsky Act');
      await page.touchscreen.tap(x, y);
      await waitForBox(bed(), page);
      await requestClose();
      await waitForNoHost(page);
      await page.evaluate(() => document.querySelector('dialog')?.showModal());
      await requestClose();
      await waitFor('the dialog to close', async () => !(await isOpen()));
    });

    test('leaves a card beside its term alone', async () => {
      await page.setViewport({ width: 1280, height: 900 });
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      await requestClose();
      await pause(250);
      expect(await hasHost(page)).toBe(true);
    });
  });
});
