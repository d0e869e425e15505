import { browser, isFirefox } from '../browser/api.ts';

/**
 * Starts Sidelight in the tabs that are open already, so that nobody has to reload them after an install or an
 * update. Firefox does this by itself. Tabs that are closed to extensions are passed over.
 */
export async function startInOpenTabs(): Promise<void> {
  if (isFirefox()) return;
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'] });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      browser.scripting.executeScript({
        target: { tabId: id ?? browser.tabs.TAB_ID_NONE, allFrames: true },
        files: [...(script?.js ?? [])],
      }),
    ),
  );
}
