import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { restPointerOn, waitForMark } from '../../src/cli/pointer.ts';
import { inProject } from '../../src/cli/project.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, listenToPage, waitForCard, waitForNoCard } from '../e2e/harness.ts';
import { findWorker, stopAllWorkers } from '../e2e/stopped-worker.ts';
import { hearPages } from './hear-pages.ts';

// Workers that die, and updates under open pages.

/** Some ten seconds of a reader's and a page's doings. */
const STIRS = 100;
const STIR_MS = 90;

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

    /** Installing the same folder again is what a reload of the extension is. */
    const update = () => bed().session.browser.installExtension(inProject('dist', 'chrome'));
    const namesOfMarks = () => page.evaluate(() => [...CSS.highlights.keys()]);
    const markedWords = async () => (await readMarks(page)).map(({ text }) => text);
    /** A reader and a page that do not rest: the pointer goes about, words come and go, the page is left and taken up. */
    const stir = async () => {
      for (let round = 0; round < STIRS; round += 1) {
        await page.mouse.move(100 + (round % 20) * 9, 300 + (round % 3) * 40);
        await page.evaluate((at) => {
          const added = document.querySelector('#added');
          if (added) added.remove();
          else document.body.insertAdjacentHTML('beforeend', `<p id="added">CAATSA, ${at}.</p>`);
          dispatchEvent(new Event(at % 2 === 0 ? 'focus' : 'scroll'));
        }, round);
        await sleep(STIR_MS);
      }
      await page.mouse.move(20, 400);
    };
    /** One script marks, and it is not the one that was there before. */
    const expectMarkedAnew = async (before: readonly string[], words: readonly string[]) => {
      await waitFor('the new script', async () => {
        const [names, seen] = [await namesOfMarks(), await markedWords()];
        return names.some((name) => !before.includes(name)) && words.every((word) => seen.includes(word));
      });
      // Nobody tells the old script, and what it has asked is never answered: a reader's next move shows it.
      await stir();
      await waitFor('one mark on each', async () => String(await markedWords()) === String(words));
      expect((await namesOfMarks()).filter((name) => before.includes(name))).toEqual([]);
      expect(said).toEqual([]);
    };

    test('P58 an update while a question is open: the old script leaves, the new one marks once', async () => {
      await open('/midway');
      const before = await namesOfMarks();
      const worker = await findWorker(bed());
      // From now on every turn of this worker is over at once, and the next one never comes.
      await worker.evaluate(() => {
        let now = 0;
        performance.now = () => (now += 1_000);
        Reflect.set(globalThis, 'setTimeout', () => Reflect.set(globalThis, 'isHeld', true));
      });
      await page.evaluate(() => document.querySelector('p')?.append(' And Freedom House followed.'));
      await waitFor('the question', () => worker.evaluate(() => Reflect.get(globalThis, 'isHeld') === true));
      expect(await markedWords()).toEqual(['Magnitsky Act', 'Kremlin']);
      await update();
      await expectMarkedAnew(before, ['Magnitsky Act', 'Freedom House', 'Kremlin']);
    });

    test('P58 P59 after an update the old script leaves, the new one marks once; removed, nothing is left', async () => {
      await open('/update');
      const html = await page.evaluate(() => document.documentElement.outerHTML);
      const before = await namesOfMarks();
      const id = await update();
      await page.evaluate(() => document.querySelector('p')?.append(' And Freedom House followed.'));
      await expectMarkedAnew(before, ['Magnitsky Act', 'Freedom House', 'Kremlin']);

      await bed().session.browser.uninstallExtension(id);
      await stir();
      await waitFor('the marks to go', () => page.evaluate(() => CSS.highlights.size === 0));
      const after = await page.evaluate(() => document.documentElement.outerHTML);
      expect(after).toBe(html.replace('Act.</p>', 'Act. And Freedom House followed.</p>'));
      expect(said).toEqual([]);
    }, 150_000);
  },
  { only: 'chromium' },
);
