import { browser, isFirefox } from '../browser/api.ts';
import { queryPage } from '../browser/tabs.ts';

/**
 * Starts Sidelight in the tabs that are open already, so that nobody has to reload them after an install or an
 * update. Firefox does this by itself. Tabs that are closed to extensions are passed over.
 */
export async function startInOpenTabs(): Promise<void> {
  if (!isFirefox()) await startIn(await findTabs());
}

/** Starts Sidelight in open tabs where it does not run yet: those that the reader has just let it read. */
export async function startWhereLetIn(): Promise<void> {
  const tabs = await findTabs();
  const states = await Promise.all(tabs.map(queryPage));
  await startIn(tabs.filter((_, at) => states[at] === undefined));
}

async function findTabs(): Promise<readonly number[]> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'] });
  return tabs.flatMap(({ id }) => id ?? []);
}

async function startIn(tabs: readonly number[]): Promise<void> {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  const files = [...(script?.js ?? [])];
  await Promise.allSettled(
    tabs.map((tabId) => browser.scripting.executeScript({ target: { tabId, allFrames: true }, files })),
  );
}
