import type { CDPSession, Page, Target } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import { restPointerOn, waitForMark } from '../../src/cli/pointer.ts';
import { type Bed, describeInBrowsers, waitForCard, waitForNoCard } from '../e2e/harness.ts';
import { readKept } from './kept.ts';
import { startLoggingProxy } from './logging-proxy.ts';

// What is left of many visits: nothing here, and nothing elsewhere.

const VISITS = 100;
const news = (visit: number) =>
  `<!doctype html><title>News ${visit}</title><p>Lawmakers passed the Magnitsky Act.</p><p>The Kremlin answered ${visit} times.</p>`;

const proxy = await startLoggingProxy();
afterAll(() => proxy.close());

/** What a browser asks for of its own accord: an icon of each site, and its maker. */
const ofBrowser =
  /\/favicon\.ico$|^(?:https?:\/\/)?[\w.-]+\.(?:google|googleapis|gvt1|mozilla|firefox)\.(?:com|org|net)[:/]/;
const isOwn = (url: string): boolean => !ofBrowser.test(url);

/** Every address that a background of Chromium asks for from now on. */
async function watchWorkers({
  session,
}: Bed): Promise<{ readonly asked: string[]; readonly watched: string[] }> {
  const asked: string[] = [];
  const watched: string[] = [];
  const watch = async (target: Target) => {
    if (target.type() !== 'service_worker' || !target.url().startsWith(session.extensionUrl)) return;
    const client: CDPSession = await target.createCDPSession();
    client.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
    await client.send('Network.enable');
    watched.push(target.url());
  };
  session.browser.on('targetcreated', (target) => void watch(target).catch(() => undefined));
  for (const target of session.browser.targets()) await watch(target);
  return { asked, watched };
}

describeInBrowsers(
  'visits',
  (bed) => {
    let page: Page;

    test('P8 P12 a hundred visits, each marked, and cards: nothing is asked for, nothing written down', async () => {
      const { kind, session, site } = bed();
      const workers = kind === 'chromium' ? await watchWorkers(bed()) : undefined;
      page = await session.newPage();
      const seen: string[] = [];
      page.on('request', (request) => seen.push(request.url()));
      const before = await readKept(bed());
      const from = proxy.asked.length;
      const urls: string[] = [];
      for (let visit = 0; visit < VISITS; visit += 1) {
        const url = site.put(`/visit-${visit}`, news(visit));
        urls.push(url);
        await page.goto(url, { waitUntil: 'domcontentloaded' });
        await waitForMark(page, 'Kremlin');
        if (visit % 25 === 24) await openAndClose(page);
      }
      expect(proxy.asked.slice(from).filter(isOwn)).toEqual(urls);
      expect(seen.filter(isOwn)).toEqual(urls);
      if (workers) {
        expect(workers.watched.length).toBeGreaterThan(0);
        expect(workers.asked.filter((url) => !url.startsWith(`${session.extensionUrl}/`))).toEqual([]);
      }
      expect(await readKept(bed())).toEqual(before);
      await page.close();
    }, 240_000);

    async function openAndClose(on: Page): Promise<void> {
      await restPointerOn(on, 'Magnitsky Act');
      await waitForCard(bed(), on);
      await on.keyboard.press('Escape');
      await waitForNoCard(bed(), on);
    }
  },
  proxy.options,
);
