import type { Page, WebWorker } from 'puppeteer-core';
import type { SessionOptions } from '../../src/cli/session.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import type { Bed } from './harness.ts';

/** Firefox stops what is idle by itself, and nothing else stops it there: for these tests so soon. */
export const stopsSoon: SessionOptions = { prefs: { 'extensions.background.idle.timeout': 500 } };

interface ViewsApi {
  readonly extension: { getViews(): readonly Window[] };
}

/** Whether the background runs; asking does not wake it. */
export async function isWorkerAwake({ kind, session }: Bed): Promise<boolean> {
  if (kind === 'chromium')
    return session.browser
      .targets()
      .some((target) => target.type() === 'service_worker' && target.url().startsWith(session.extensionUrl));
  return session.inExtension(() => {
    const { browser } = globalThis as unknown as { readonly browser: ViewsApi };
    return browser.extension.getViews().some(({ location }) => location.pathname.includes('background'));
  });
}

/** Stops the background, as browsers do whenever they like; settles once it is gone. */
export async function stopWorker(bed: Bed, page: Page): Promise<void> {
  if (bed.kind === 'chromium') await stopAllWorkers(page);
  await waitFor('the background to stop', async () => !(await isWorkerAwake(bed)));
}

/** In Chromium, whatever it is at; it may be back at once, where somebody asks again. */
export async function stopAllWorkers(page: Page): Promise<void> {
  const client = await page.createCDPSession();
  await client.send('ServiceWorker.enable');
  await client.send('ServiceWorker.stopAllWorkers');
  await client.detach();
}

/** The running worker of Chromium. */
export async function findWorker({ session }: Bed): Promise<WebWorker> {
  return waitFor('the worker', async () =>
    session.browser
      .targets()
      .find((target) => target.type() === 'service_worker' && target.url().startsWith(session.extensionUrl))
      ?.worker(),
  );
}
