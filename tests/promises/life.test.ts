import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { restPointerOn, waitForMark } from '../../src/cli/pointer.ts';
import { inProject } from '../../src/cli/project.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, listenToPage, waitForCard, waitForNoCard } from '../e2e/harness.ts';
import { stopAllWorkers } from '../e2e/stopped-worker.ts';
import { hearPages } from './hear-pages.ts';

// Workers that die, and updates under open pages.

const news =
  '<!doctype html><title>News</title><p>Lawmakers passed the Magnitsky Act.</p><p>The Kremlin answered.</p>';

describeInBrowsers('an open card', (bed) => {
  let page: Page;
  afterEach(() => page.close());

  test('P24 an open card starts no reading of its own', async () => {
    const { session, site } = bed();
    const heard = await hearPages(bed());
    page = await session.newPage();
    await page.goto(site.put('/self', news));
    await restPointerOn(page, 'Magnitsky Act');
    await waitForCard(bed(), page);
    await sleep(400);
    // The card names terms of its own; none of them is marked, nor is any word of it asked about.
    expect((await readMarks(page)).map(({ text }) => text)).toEqual(['Magnitsky Act', 'Kremlin']);
    const asked = async () => [
      ...new Set(
        (JSON.parse(await heard()) as { texts?: readonly string[] }[]).flatMap(({ texts = [] }) => texts),
      ),
    ];
    expect(await asked()).toEqual(['Lawmakers passed the Magnitsky Act.', 'The Kremlin answered.']);
    expect(await heard()).toContain('card.get');
    await page.evaluate(() => document.querySelector('p ~ p')?.append(' CAATSA followed.'));
    await waitForMark(page, 'CAATSA');
    expect((await asked()).slice(2)).toEqual(['The Kremlin answered. CAATSA followed.']);
  });
});

describeInBrowsers(
  'workers and updates',
  (bed) => {
    let page: Page;
    let said: string[] = [];
    afterEach(() => page.close());
    const open = async (path: string) => {
      page = await bed().session.newPage();
      said = listenToPage(page);
      await page.goto(bed().site.put(path, news));
      await waitForMark(page, 'Kremlin');
    };

    test('P57 the worker is stopped before each step, and nobody notices', async () => {
      page = await bed().session.newPage();
      said = listenToPage(page);
      await stopAllWorkers(page);
      await page.goto(bed().site.put('/worker', news));
      await waitForMark(page, 'Magnitsky Act');
      await stopAllWorkers(page);
      await restPointerOn(page, 'Magnitsky Act');
      await waitForCard(bed(), page);
      await stopAllWorkers(page);
      await page.mouse.move(600, 500);
      await waitForNoCard(bed(), page);
      await restPointerOn(page, 'Kremlin');
      expect((await waitForCard(bed(), page)).text).toContain('Kremlin');
      await stopAllWorkers(page);
      await page.evaluate(() => document.querySelector('p')?.append(' And CAATSA followed.'));
      await waitForMark(page, 'CAATSA');
      expect(said).toEqual([]);
    });

    test('P58 P59 after an update the old script leaves, the new one marks once; removed, nothing is left', async () => {
      await open('/update');
      const before = await page.evaluate(() => [
        document.documentElement.outerHTML,
        [...CSS.highlights.keys()],
      ]);
      // Installing the same folder again is what a reload of the extension is.
      const id = await bed().session.browser.installExtension(inProject('dist', 'chrome'));
      await sleep(1_500);
      for (let move = 0; move < 20; move++) await page.mouse.move(100 + move * 9, 300);
      await page.evaluate(() => document.querySelector('p')?.append(' And CAATSA followed.'));
      await waitForMark(page, 'CAATSA');
      await page.mouse.move(20, 400);
      await sleep(600);
      expect((await readMarks(page)).map(({ text }) => text)).toEqual(['Magnitsky Act', 'CAATSA', 'Kremlin']);
      const names = await page.evaluate(() => [...CSS.highlights.keys()]);
      expect(names.filter((name) => (before[1] as string[]).includes(name))).toEqual([]);
      expect(said).toEqual([]);

      await bed().session.browser.uninstallExtension(id);
      for (let move = 0; move < 20; move++) await page.mouse.move(100 + move * 9, 320);
      await waitFor('the marks to go', () => page.evaluate(() => CSS.highlights.size === 0));
      const after = await page.evaluate(() => document.documentElement.outerHTML);
      expect(after).toBe(String(before[0]).replace('Act.</p>', 'Act. And CAATSA followed.</p>'));
      expect(said).toEqual([]);
    });
  },
  { only: 'chromium' },
);
