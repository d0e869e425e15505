import type { Page } from 'puppeteer-core';

/**
 * CPU time that the main thread of the page's process takes while `act` loads the page, ms: by Chromium's own count of
 * its tasks in ticks of the thread. Beside the same of a browser without an extension it tells all that an extension
 * costs, what the browser does for it included; a trace tells of its scripts only, and slows them down.
 */
export async function timeMainThread(page: Page, act: () => Promise<unknown>): Promise<number> {
  const client = await page.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await act();
  const { metrics } = await client.send('Performance.getMetrics');
  await client.detach();
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  return seconds * 1_000;
}
