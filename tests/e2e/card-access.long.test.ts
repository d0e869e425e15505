import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inCard } from '../../src/cli/page-view.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { findAccessFaults } from './axe.ts';
import {
  article,
  clickInCard,
  findControl,
  openOn,
  readNotice,
  sendStep,
  set,
  visit,
  waitForBox,
  waitForNoHost,
  waitForTitle,
} from './card-page.ts';
import { describeInBrowsers } from './harness.ts';

describeInBrowsers('access', (bed) => {
  let page: Page;
  beforeAll(async () => {
    page = await bed().session.newPage();
  });
  beforeEach(() => page.setViewport({ width: 1280, height: 900 }));

  const dated = {
    body: article,
    css: 'p { margin: 0 8px 30px !important }',
    script: `document.head.insertAdjacentHTML('beforeend', '<meta property="article:published_time" content="2013-01-11">')`,
  };

  /** Presses everything that unfolds, until nothing more does. */
  async function unfoldAll(): Promise<void> {
    await waitFor('all folds to be open', async () => {
      const [left] = await inCard(bed().session, page, (root) => {
        const closed = [...root.querySelectorAll<HTMLElement>('.scroll .unfold[aria-expanded="false"]')];
        closed[0]?.scrollIntoView({ block: 'center' });
        const { x = 0, y = 0 } = closed[0]?.getBoundingClientRect() ?? {};
        return { count: closed.length, x: x + 10, y: y + 10 };
      });
      if (left && left.count > 0) await page.mouse.click(left.x, left.y);
      return left?.count === 0;
    });
  }

  describe.each(['light', 'dark'])('axe finds nothing, %s', (appearance) => {
    beforeEach(() => set(bed(), { pace: 'fast', appearance }));
    const faults = () => findAccessFaults(bed(), page);

    test('as it opens, and with all unfolded', async () => {
      await visit(bed(), page, dated);
      await openOn(bed(), page, 'Magnitsky Act');
      expect(await faults()).toEqual([]);
      await unfoldAll();
      expect(await faults()).toEqual([]);
    });

    test('why, cite, what was copied, pinned, muted, the way back', async () => {
      await visit(bed(), page, dated);
      await openOn(bed(), page, 'Magnitsky Act');
      await clickInCard(bed(), page, 'Cite');
      expect(await faults()).toEqual([]);
      await clickInCard(bed(), page, 'Plain text');
      await waitFor('the notice', () => readNotice(bed(), page));
      expect(await faults()).toEqual([]);
      await clickInCard(bed(), page, 'Pin');
      await clickInCard(bed(), page, 'Why');
      expect(await faults()).toEqual([]);
      await clickInCard(bed(), page, 'Not this meaning');
      await findControl(bed(), page, 'Undo');
      expect(await faults()).toEqual([]);
      await clickInCard(bed(), page, 'Undo');
      await clickInCard(bed(), page, 'Sergei Magnitsky');
      await findControl(bed(), page, 'Back');
      expect(await faults()).toEqual([]);
    });

    test('as a sheet', async () => {
      await page.setViewport({ width: 390, height: 780 });
      await visit(bed(), page, dated);
      await openOn(bed(), page, 'Magnitsky Act');
      expect(await faults()).toEqual([]);
    });

    test('a stop of the walk by keyboard', async () => {
      await visit(bed(), page, dated);
      await waitForMarks();
      await sendStep(bed(), page, 'next');
      expect(await faults()).toEqual([]);
    });
  });

  const waitForMarks = () =>
    waitFor('marks', () => page.evaluate(() => [...CSS.highlights.values()].some(({ size }) => size > 0)));

  /** What has the focus in the card, as a screen reader would name it. */
  const readFocus = async () => {
    const [focus] = await inCard(bed().session, page, (root) => {
      const at = root.activeElement;
      return at && { name: at.getAttribute('aria-label') ?? at.textContent?.trim() ?? '', tag: at.localName };
    });
    return focus;
  };

  async function tabTo(name: string): Promise<void> {
    for (let i = 0; i < 60; i++) {
      if ((await readFocus())?.name.startsWith(name)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to "${name}"`);
  }

  test('with keys alone: to a term, its card, a related term, back, copy, close', async () => {
    await set(bed(), { pace: 'keys' });
    await visit(bed(), page, `<button id="start">start</button>${article}<textarea id="end"></textarea>`);
    await waitForMarks();
    await page.focus('#start');
    await sendStep(bed(), page, 'next');
    await waitFor('the stop', async () =>
      (await inCard(bed().session, page, (root) => root.querySelector('.peek') !== null)).includes(true),
    );
    await page.keyboard.press('Enter');
    await waitForTitle(bed(), page, 'Magnitsky Act');
    await page.keyboard.press('Tab');
    expect((await readFocus())?.name).toBe('Close');

    await tabTo('Sergei Magnitsky');
    await page.keyboard.press('Enter');
    await waitForTitle(bed(), page, 'Sergei Magnitsky');
    await waitFor('reading to go on at the title', async () => (await readFocus())?.tag === 'h2');

    await page.keyboard.press('Backspace');
    await waitForTitle(bed(), page, 'Magnitsky Act');

    await tabTo('Cite');
    await page.keyboard.press('Enter');
    await page.keyboard.down('Shift');
    await tabTo('Markdown');
    await page.keyboard.up('Shift');
    await page.keyboard.press(' ');
    expect(await waitFor('the notice', () => readNotice(bed(), page))).toContain('Copied');

    await page.keyboard.press('Escape');
    await waitForNoHost(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('start');
    await page.focus('#end');
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    const pasted = () => page.$eval('#end', (field) => (field as HTMLTextAreaElement).value);
    expect(await waitFor('the reference', pasted)).toMatch(/^- .+\*/);
  });

  test('a fold opens with Enter and with Space, and keeps the focus', async () => {
    await set(bed(), { pace: 'fast' });
    await visit(bed(), page, article);
    await openOn(bed(), page, 'Magnitsky Act');
    await waitForBox(bed(), page);
    await page.keyboard.press('Tab');
    await tabTo('Replies');
    const isOpen = async () =>
      (await inCard(bed().session, page, (root) => root.activeElement?.getAttribute('aria-expanded')))[0];
    expect(await isOpen()).toBe('false');
    await page.keyboard.press('Enter');
    await waitFor('the fold', async () => (await isOpen()) === 'true');
    await page.keyboard.press(' ');
    await waitFor('the fold to close', async () => (await isOpen()) === 'false');
    await page.keyboard.press('Escape');
    await waitForNoHost(page);
  });
});
