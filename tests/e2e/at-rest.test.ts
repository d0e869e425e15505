import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { restPointerOn, waitForMark } from '../../src/cli/pointer.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, listenToPage, waitForCard } from './harness.ts';
import { findWorker, isWorkerAwake, stopAllWorkers, stopsSoon, stopWorker } from './stopped-worker.ts';

// A page decides nothing by itself, and who decides is stopped as soon as nobody asks: neither may be noticed.

const news = `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title><body><main>
  <h2>The law</h2>
  <p>The Magnitsky Act of 2012 (the “Act”) names eighteen officials.</p></main></body></html>`;

describeInBrowsers(
  'a page that has come to rest',
  (bed) => {
    let page: Page;
    let said: readonly string[] = [];
    afterEach(async () => {
      await page.close();
      expect(said).toEqual([]);
    });

    const open = async (path: string, html: string) => {
      const { session, site } = bed();
      page = await session.newPage();
      said = listenToPage(page);
      await page.goto(site.put(path, html));
      await waitForMark(page, 'Magnitsky Act of 2012');
    };
    const add = (html: string) =>
      page.evaluate((added) => document.querySelector('main')?.insertAdjacentHTML('beforeend', added), html);
    const markedWords = async () => (await readMarks(page)).map(({ text }) => text);
    const waitForWords = (...words: readonly string[]) =>
      waitFor(`marks on ${words.join(', ')}`, async () => String(await markedWords()) === String(words));

    test('what comes to it is marked, by what the page said before', async () => {
      await open('/at-rest', news);
      await add('<h2>Later</h2><p>The Act was signed in December.</p>');
      await waitForWords('Magnitsky Act of 2012', 'Act');
    });

    test('P57 with the worker stopped, what the page said before still counts', async () => {
      await open('/said-before', `${news}<p>Election meddling was denied.</p>`);
      await stopWorker(bed(), page);
      await add('<h2>Later</h2><p>The Act was signed in December.</p>');
      await waitForWords('Magnitsky Act of 2012', 'Act');
      await stopWorker(bed(), page);
      // A word that tells which is meant, though it names nothing itself.
      await add('<p>Russian officials said so.</p>');
      await waitForMark(page, 'Election meddling');
      expect(await markedWords()).toContain('Act');
    });

    test('P57 with the worker stopped its marks stay, open cards, and go with their words', async () => {
      await open('/still-there', `${news}<p id="gone">The Kremlin answered.</p>`);
      await waitForMark(page, 'Kremlin');
      await stopWorker(bed(), page);
      expect(await markedWords()).toEqual(['Magnitsky Act of 2012', 'Kremlin']);
      await restPointerOn(page, 'Magnitsky Act of 2012');
      expect((await waitForCard(bed(), page)).text).toContain('2012');
      await stopWorker(bed(), page);
      await page.evaluate(() => document.querySelector('#gone')?.remove());
      await waitForWords('Magnitsky Act of 2012');
    });

    test('P57 texts that come one after the other, each to a stopped worker, are marked every one', async () => {
      await open('/again', news);
      for (const name of ['CAATSA', 'Freedom House', 'Jackson-Vanik amendment']) {
        await stopWorker(bed(), page);
        await add(`<p>About ${name} today.</p>`);
        await waitForMark(page, name);
      }
    });

    test('P25 a clock that ticks beside marks wakes nobody', async () => {
      await open('/clock', `${news}<p>It is <b id="clock">10:00:00</b>.</p>`);
      await stopWorker(bed(), page);
      for (let second = 0; second < 12; second += 1) {
        await page.evaluate(
          (text) => {
            const clock = document.querySelector('#clock');
            if (clock) clock.textContent = text;
          },
          `10:00:${second + 10}`,
        );
        await sleep(200);
        expect(await isWorkerAwake(bed())).toBe(false);
      }
      // It was looked at all the same.
      await page.evaluate(() => document.querySelector('#clock')?.append(', says the Kremlin'));
      await waitForMark(page, 'Kremlin');
    });
  },
  (kind) => (kind === 'firefox' ? stopsSoon : {}),
);

describeInBrowsers(
  'a worker that is stopped over a question',
  (bed) => {
    let page: Page;
    afterEach(() => page.close());

    test('P57 is asked again', async () => {
      const { session, site } = bed();
      page = await session.newPage();
      await page.goto(site.put('/midway', news));
      await waitForMark(page, 'Magnitsky Act of 2012');
      const worker = await findWorker(bed());
      // From now on every turn of this worker is over at once, and the next one never comes.
      await worker.evaluate(() => {
        let now = 0;
        performance.now = () => (now += 1_000);
        Reflect.set(globalThis, 'setTimeout', () => Reflect.set(globalThis, 'isHeld', true));
      });
      await page.evaluate(() => document.querySelector('main')?.append(' And the Kremlin answered.'));
      await waitFor('the question', () => worker.evaluate(() => Reflect.get(globalThis, 'isHeld') === true));
      expect((await readMarks(page)).map(({ text }) => text)).not.toContain('Kremlin');
      await stopAllWorkers(page);
      await waitFor('a mark on "Kremlin"', async () => {
        // The driver holds up what starts in the place of a worker that it looked into.
        await worker.client.send('Runtime.runIfWaitingForDebugger');
        return (await readMarks(page)).some(({ text }) => text === 'Kremlin');
      });
    });
  },
  { only: 'chromium' },
);
