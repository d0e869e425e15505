import { browser, type Sender } from '../browser/api.ts';

/** Two digits fit on the badge. */
const MOST_SHOWN = 99;
const BADGE_COLOUR = '#5f5b54';

/** Shows how many terms the page has; a frame's own count is not shown, since it would hide the page's. */
export async function showCount({ tab, frameId }: Sender, count: number): Promise<undefined> {
  if (tab?.id === undefined || frameId !== 0) return;
  const text = count === 0 ? '' : count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
  await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR, tabId: tab.id });
  await browser.action.setBadgeText({ text, tabId: tab.id });
}
