import type { Answer, PageState, ToPage } from '../core/messages.ts';
import { browser } from './api.ts';

/** The tab that the reader looks at; nothing when there is none. */
export async function findActiveTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
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
