import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { restPointerOn, waitForMark } from '../../src/cli/pointer.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, listenToPage, waitForCard } from './harness.ts';

/** What decides is let go a second after the last reading. */
const restMs = 2_000;

const news = `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title><body><main>
  <h2>The law</h2>
  <p>The Magnitsky Act of 2012 (the “Act”) names eighteen officials.</p></main></body></html>`;

describeInBrowsers('a page that has come to rest', (bed) => {
  let page: Page;
  afterEach(() => page.close());

  const add = (html: string) =>
    page.evaluate((added) => document.querySelector('main')?.insertAdjacentHTML('beforeend', added), html);

  const markedWords = async () => (await readMarks(page)).map(({ text }) => text);

  test('what comes to it is marked, by what the page said before', async () => {
    const { session, site } = bed();
    page = await session.newPage();
    const said = listenToPage(page);
    await page.goto(site.put('/at-rest', news));
    await waitForMark(page, 'Magnitsky Act of 2012');
    await sleep(restMs);
    await add('<h2>Later</h2><p>The Act was signed in December.</p>');
    await waitFor('the short form in its section', async () => (await markedWords()).includes('Act'));
    expect(said).toEqual([]);
  });

  test('its marks stay, open cards, and go with their words', async () => {
    const { session, site } = bed();
    page = await session.newPage();
    await page.goto(site.put('/still-there', `${news}<p id="gone">The Kremlin answered.</p>`));
    await waitForMark(page, 'Kremlin');
    await sleep(restMs);
    await restPointerOn(page, 'Magnitsky Act of 2012');
    expect((await waitForCard(bed(), page)).text).toContain('2012');
    await page.evaluate(() => document.querySelector('#gone')?.remove());
    await waitFor('its mark to go', async () => !(await markedWords()).includes('Kremlin'));
    expect(await markedWords()).toContain('Magnitsky Act of 2012');
  });

  test('texts that come and go for a while, each after a rest, are marked every one', async () => {
    const { session, site } = bed();
    page = await session.newPage();
    await page.goto(site.put('/again', news));
    for (const name of ['CAATSA', 'Freedom House', 'Jackson-Vanik amendment']) {
      await sleep(restMs);
      await add(`<p>About ${name} today.</p>`);
      await waitForMark(page, name);
    }
  });

  test('P21 what comes right after such a text does not wait for long', async () => {
    const { session, site } = bed();
    page = await session.newPage();
    await page.goto(site.put('/soon', news));
    await waitForMark(page, 'Magnitsky Act of 2012');
    await sleep(restMs);
    await add('<h2>One</h2><p>About CAATSA today.</p>');
    await sleep(500);
    await add('<h2>Two</h2><p>About Freedom House, half a second later.</p>');
    const startMs = performance.now();
    await waitForMark(page, 'Freedom House');
    // Looking at a change is put off by thirty times what the last look took; bringing the code is not looking.
    expect(performance.now() - startMs).toBeLessThan(4_000);
  });

  test('a word that tells which is meant is not lost, though it names nothing itself', async () => {
    const { session, site } = bed();
    page = await session.newPage();
    await page.goto(site.put('/clock', `${news}<p>Election meddling was denied.</p>`));
    await waitForMark(page, 'Magnitsky Act of 2012');
    await sleep(restMs);
    await add('<p>Russian officials said so.</p>');
    await sleep(restMs);
    await add('<h2>Later</h2><p>About CAATSA today.</p>');
    await waitForMark(page, 'Election meddling');
  });
});
