import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { MentionSummary } from '../core/messages.ts';
import { waitForMentions } from './ask-page.ts';
import { readCards } from './page-view.ts';
import { restPointerOn } from './pointer.ts';
import type { Session } from './session.ts';
import { visitTarget } from './start-target.ts';
import { waitFor } from './wait-for.ts';

/** How a page is shown where there is no display. */
export interface Pictured {
  /** The Mention whose card is opened; the first marked one where the page has none of it. */
  readonly surface?: string;
  /** Where the picture goes. */
  readonly picture: string;
}

/** Leaves the window to its reader until it is closed. */
export async function showWindow(session: Session, url: string): Promise<void> {
  const page = (await session.browser.pages())[0] ?? (await session.newPage());
  await visitTarget(page, url);
  console.log('Rest the pointer on an underlined term. Close the window to end.');
  await new Promise<void>((resolve) => session.browser.once('disconnected', () => resolve()));
}

/** Without a display: opens one card, prints what was found and keeps a picture. False when nothing is marked. */
export async function showHeadless(session: Session, url: string, pictured: Pictured): Promise<boolean> {
  const page = await session.newPage();
  await visitTarget(page, url);
  const mentions = await findMentions(session, page);
  console.log(`\n${await session.browser.version()}, ${url}`);
  printMentions(mentions);
  const opened = chooseMention(mentions, pictured.surface);
  if (!opened) return false;
  await restPointerOn(page, opened.surface);
  const card = await waitFor('the card to open', async () => (await readCards(session, page))[0]);
  // The fade takes 90 ms; a picture in the middle of it is a pale one.
  await new Promise((resolve) => setTimeout(resolve, 300));
  mkdirSync(dirname(pictured.picture), { recursive: true });
  await page.screenshot({ path: pictured.picture });
  const cited = card.links.filter((link) => link.href.includes('#:~:text=')).length;
  console.log(`\nThe card of "${opened.label}" has ${cited} links to a passage: see ${pictured.picture}`);
  return true;
}

async function findMentions(session: Session, page: Page): Promise<readonly MentionSummary[]> {
  try {
    return (await waitForMentions(session, page)).mentions;
  } catch {
    return [];
  }
}

function printMentions(mentions: readonly MentionSummary[]): void {
  const marked = mentions.filter((mention) => mention.marked).length;
  console.log(`${mentions.length} mentions, ${marked} of them marked:`);
  for (const { surface, label, marked } of mentions) {
    const meaning = surface === label ? '' : ` → ${label}`;
    console.log(`  ${marked ? '•' : ' '} ${surface}${meaning}`);
  }
}

function chooseMention(
  mentions: readonly MentionSummary[],
  surface: string | undefined,
): MentionSummary | undefined {
  const marked = mentions.filter((mention) => mention.marked);
  return marked.find((mention) => mention.surface === surface) ?? marked[0];
}
