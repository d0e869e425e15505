import type { Page } from 'puppeteer-core';
import type { Bed } from './harness.ts';

/**
 * Lets nothing more be stored, until what comes back is called: Chromium's store is filled to its last bytes;
 * Firefox's knows no such end, so there the background's store refuses, or that of the page that is given.
 */
export async function fillStorage({ kind, session }: Bed, page?: Page): Promise<() => Promise<void>> {
  if (kind === 'firefox' && page) return refuseIn(page);
  if (kind === 'chromium') {
    await session.inExtension(async () => {
      type Local = {
        QUOTA_BYTES: number;
        getBytesInUse(): Promise<number>;
        set(what: object): Promise<void>;
      };
      const { local } = (globalThis as never as { chrome: { storage: { local: Local } } }).chrome.storage;
      const left = local.QUOTA_BYTES - (await local.getBytesInUse());
      await local.set({ ballast: 'x'.repeat(left - 'ballast""'.length - 1) });
    });
    return () =>
      session.inExtension(async () => {
        type Local = { remove(key: string): Promise<void> };
        await (globalThis as never as { chrome: { storage: { local: Local } } }).chrome.storage.local.remove(
          'ballast',
        );
      });
  }
  const replace = (refuses: boolean) =>
    session.inExtension(async (isFull) => {
      type Scope = { browser: { storage: { local: { set: unknown; realSet?: unknown } } } };
      const { browser } = globalThis as never as {
        browser: { runtime: { getBackgroundPage(): Promise<Scope & typeof globalThis> } };
      };
      const background = await browser.runtime.getBackgroundPage();
      const { local } = background.browser.storage;
      local.realSet ??= local.set;
      local.set = isFull ? () => background.Promise.reject(new background.Error('full')) : local.realSet;
    }, refuses);
  await replace(true);
  return () => replace(false);
}

async function refuseIn(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { local } = (globalThis as never as { browser: { storage: { local: { set: unknown } } } }).browser
      .storage;
    local.set = () => Promise.reject(new Error('full'));
  });
  return () => Promise.resolve();
}
