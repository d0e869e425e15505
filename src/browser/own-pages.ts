import { browser } from './api.ts';
import type { ReaderTab } from './tabs.ts';

/** What the two browsers call a panel beside the page; neither exists on Android. */
interface PanelApi {
  readonly sidePanel?: { open(where: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Opens a page of the extension in a tab, or brings the one that this window has of it to the front. */
export async function openOwnPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  // A tab that came to the front in a window behind would not be seen. Android has no windows.
  const here = browser.windows ? { currentWindow: true } : {};
  const [found] = await browser.tabs.query({ url: url.replace(/#.*/, ''), ...here });
  if (found?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(found.id, { active: true, ...(url.includes('#') && { url }) });
}

/** Opens the side panel; where there is none, the same page in a tab. Call it straight from a click. */
export async function openPanel(tab: ReaderTab | undefined): Promise<void> {
  const { sidePanel, sidebarAction } = panelApi();
  try {
    if (sidePanel && tab) return await sidePanel.open({ windowId: tab.windowId });
    if (sidebarAction) return await sidebarAction.open();
  } catch {
    // Refused without a click of the reader's: a tab serves as well.
  }
  await openOwnPage(`pages/panel/panel.html${tab ? `?tab=${tab.id}` : ''}`);
}

function panelApi(): PanelApi {
  const scope = globalThis as { browser?: PanelApi; chrome?: PanelApi };
  return scope.browser?.sidebarAction ? scope.browser : (scope.chrome ?? {});
}
