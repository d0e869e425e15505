import type { Page } from 'puppeteer-core';
import type { Answers, ToPage } from '../core/messages.ts';
import type { Session } from './session.ts';
import { waitFor } from './wait-for.ts';

interface ExtensionApi {
  readonly tabs: {
    sendMessage(tab: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  };
}

/** What Sidelight in one frame of the page answers, just as its toolbar page would ask; frame 0 is the page. */
export async function askPage<M extends ToPage>(
  session: Session,
  page: Page,
  message: M,
  frameId = 0,
): Promise<Answers[M['type']]> {
  const answer = await session.inExtension(send, await session.tabId(page), message as ToPage, frameId);
  return answer as Answers[M['type']];
}

/** The page's state once Sidelight has found something on it, or once time is up. */
export async function waitForMentions(session: Session, page: Page, timeoutMs?: number) {
  const ask = async () => {
    const state = await askPage(session, page, { type: 'page.query' });
    return state.mentions.length > 0 ? state : undefined;
  };
  return waitFor('Sidelight to find a mention', ask, timeoutMs);
}

async function send(tab: number, message: unknown, frameId: number): Promise<unknown> {
  const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
  return (browser ?? chrome)?.tabs.sendMessage(tab, message, { frameId });
}
