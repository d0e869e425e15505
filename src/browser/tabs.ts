import type { Answer, PageState, ToPage } from '../core/messages.ts';
import { browser } from './api.ts';

/** A tab as the extension's own pages speak of it. */
export interface ReaderTab {
  readonly id: number;
  readonly windowId: number;
  /** Left out where the browser hides it. */
  readonly url?: string;
}

/** The tab that the reader looks at; nothing when there is none. */
export async function findActiveTab(): Promise<ReaderTab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab && toReaderTab(tab);
}

/** The tab of that id; nothing once it is closed. */
export async function findTab(id: number): Promise<ReaderTab | undefined> {
  try {
    return toReaderTab(await browser.tabs.get(id));
  } catch {
    return undefined;
  }
}

interface BrowserTab {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
  readonly url?: string | undefined;
}

function toReaderTab({ id, windowId, url }: BrowserTab): ReaderTab | undefined {
  if (id === undefined || windowId === undefined) return undefined;
  return { id, windowId, ...(url !== undefined && { url }) };
}

/** Asks the page of a tab; nothing where no content script may run. */
export async function askPage<M extends ToPage>(tab: number, message: M): Promise<Answer<M> | undefined> {
  try {
    return (await browser.tabs.sendMessage(tab, message, { frameId: 0 })) as Answer<M>;
  } catch {
    return undefined;
  }
}

/** What Sidelight does on the page of a tab; nothing where it may not run. */
export function queryPage(tab: number): Promise<PageState | undefined> {
  return askPage(tab, { type: 'page.query' });
}

/** The content type of a tab's document; nothing where the browser lets no extension in. */
export async function findContentType(tab: number): Promise<string | undefined> {
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId: tab },
      func: () => document.contentType,
    });
    return typeof answer?.result === 'string' ? answer.result : undefined;
  } catch {
    return undefined;
  }
}

/** Brings the tab to the front. */
export async function showTab(tab: number): Promise<void> {
  await browser.tabs.update(tab, { active: true });
}

/** Loads the tab's page afresh. */
export async function reloadTab(tab: number): Promise<void> {
  await browser.tabs.reload(tab);
}

/** Calls back whenever another tab comes to the front, a page loads, or a page's count of terms changes. */
export function watchTabs(onChange: (tab: number) => void, signal: AbortSignal): void {
  const onActivated = ({ tabId }: { readonly tabId: number }): void => onChange(tabId);
  const onUpdated = (tabId: number, { status }: { readonly status?: string | undefined }): void => {
    if (status === 'complete') onChange(tabId);
  };
  const onMessage = (message: unknown, sender: { readonly tab?: BrowserTab | undefined }): undefined => {
    const isCount =
      typeof message === 'object' && message !== null && Reflect.get(message, 'type') === 'page.changed';
    if (isCount && sender.tab?.id !== undefined) onChange(sender.tab.id);
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.runtime.onMessage.removeListener(onMessage);
  });
}
