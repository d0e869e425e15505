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

/** The tab in front in the window that the asking page stands in; nothing when there is none. */
export async function findTabBeside(): Promise<ReaderTab | undefined> {
  // On Android a tab is a window of its own, and the popup another.
  if (!browser.windows) return findActiveTab();
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
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
export async function queryPage(tab: number): Promise<PageState | undefined> {
  const ask = () => askPage(tab, { type: 'page.query' });
  const answer = await ask();
  if (answer) return answer;
  await wakePage(tab);
  return ask();
}

/** On a page without words Sidelight listens to nobody before it is called so. Nothing happens where it is not there. */
async function wakePage(tab: number): Promise<void> {
  const wake = () => void Reflect.get(globalThis, Symbol.for('sidelight.wake'))?.();
  // At once: a page that is still loading would be waited for.
  const how = { target: { tabId: tab }, func: wake, injectImmediately: true };
  await browser.scripting.executeScript(how).catch(() => undefined);
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

/** Sidelight is brought into open pages within this time after the reader lets it in, unless the machine is busy. */
const letInMs = 600;

/** Loads the tab's page afresh. */
export async function reloadTab(tab: number): Promise<void> {
  await browser.tabs.reload(tab);
}

/**
 * Calls back whenever another tab comes to the front, a page loads, a page's count of terms changes, or the reader lets
 * Sidelight read more pages.
 */
export function watchTabs(onChange: () => void, signal: AbortSignal): void {
  const onActivated = (): void => onChange();
  const onUpdated = (_tab: number, { status }: { readonly status?: string | undefined }): void => {
    if (status === 'complete') onChange();
  };
  const onMessage = (message: unknown, sender: { readonly tab?: BrowserTab | undefined }): undefined => {
    const isCount =
      typeof message === 'object' && message !== null && Reflect.get(message, 'type') === 'page.changed';
    if (isCount && sender.tab?.id !== undefined) onChange();
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.runtime.onMessage.addListener(onMessage);
  // Those pages answer a moment later.
  const onLetIn = (): void => void setTimeout(onChange, letInMs);
  browser.permissions.onAdded.addListener(onLetIn);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.runtime.onMessage.removeListener(onMessage);
    browser.permissions.onAdded.removeListener(onLetIn);
  });
}
