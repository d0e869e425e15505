import type { Page } from 'puppeteer-core';
import { waitFor } from './wait-for.ts';

/** What Firefox calls a page whose own frame asks for a forbidden port or address, though the page itself comes. */
const frameRefused = 'Address rejected';

/** Opens an address and settles at its load event; rejects only where the page itself did not come in time. */
export async function goTo(page: Page, url: string, timeoutMs = 30_000): Promise<void> {
  try {
    await page.goto(url, { waitUntil: 'load', timeout: timeoutMs });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes(frameRefused)) throw error;
    const isLoaded = () =>
      page.evaluate(() => location.href !== 'about:blank' && document.readyState === 'complete');
    await waitFor(`${url} to load`, isLoaded, timeoutMs);
  }
}
