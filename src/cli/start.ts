import { mkdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { MentionSummary } from '../core/messages.ts';
import { waitForMentions } from './ask-page.ts';
import { buildExtension } from './build-extension.ts';
import { goTo } from './go-to.ts';
import { ensureBrowser } from './install-browser.ts';
import { type Loopback, serveLoopback } from './loopback.ts';
import { readCards } from './page-view.ts';
import { restPointerOn } from './pointer.ts';
import { inProject, PlainError, runCommand } from './project.ts';
import { openSession, type Session } from './session.ts';
import { readStartOptions, type StartOptions, type Target } from './start-options.ts';
import { waitFor } from './wait-for.ts';

/** The demo's richest card; on other pages the first marked Mention is opened. */
const demoSurface = 'Magnitsky Act';

async function main(): Promise<number> {
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const options = readStartOptions(process.argv.slice(2), cwd, process.env, process.platform);
  const executablePath = await ensureBrowser(options.kind);
  buildExtension();
  const site = await serveLoopback();
  const online = !options.headless || options.target.type === 'address';
  const session = await openSession(options.kind, { executablePath, online, headless: options.headless });
  try {
    await (options.headless ? showHeadless : showWindow)(session, site, options);
  } finally {
    await session.close();
    await site.close();
  }
  return 0;
}

/** Leaves the window to its reader until it is closed. */
async function showWindow(session: Session, site: Loopback, { target }: StartOptions): Promise<void> {
  const page = (await session.browser.pages())[0] ?? (await session.newPage());
  await visit(page, addressOf(target, site));
  console.log('Rest the pointer on an underlined term. Close the window to end.');
  await new Promise<void>((resolve) => session.browser.once('disconnected', () => resolve()));
}

/** Without a display: opens one card, prints what was found and keeps a picture. */
async function showHeadless(session: Session, site: Loopback, { target }: StartOptions): Promise<void> {
  const page = await session.newPage();
  const url = addressOf(target, site);
  await visit(page, url);
  const mentions = await findMentions(session, page);
  console.log(`\n${await session.browser.version()}, ${url}`);
  printMentions(mentions);
  const opened = chooseMention(mentions);
  if (!opened) return;
  await restPointerOn(page, opened.surface);
  const card = await waitFor('the card to open', async () => (await readCards(session, page))[0]);
  // The fade takes 90 ms; a picture in the middle of it is a pale one.
  await new Promise((resolve) => setTimeout(resolve, 300));
  mkdirSync(inProject('dist'), { recursive: true });
  await page.screenshot({ path: inProject('dist', 'start.png') });
  const cited = card.links.filter((link) => link.href.includes('#:~:text=')).length;
  console.log(`\nThe card of "${opened.label}" has ${cited} links to a passage: see dist/start.png`);
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

function chooseMention(mentions: readonly MentionSummary[]): MentionSummary | undefined {
  const marked = mentions.filter((mention) => mention.marked);
  return marked.find((mention) => mention.surface === demoSurface) ?? marked[0];
}

function addressOf(target: Target, site: Loopback): string {
  if (target.type === 'address') return target.url;
  if (target.type === 'demo') {
    site.putFolder('/', inProject('tests', 'fixtures', 'demo'));
    return site.url('/article.html');
  }
  site.putFolder('/', dirname(target.path));
  return site.url(`/${encodeURIComponent(basename(target.path))}`);
}

async function visit(page: Page, url: string): Promise<void> {
  try {
    await goTo(page, url);
  } catch (error) {
    const cause = error instanceof Error ? error.message.replace(/ at http.*/s, '') : String(error);
    throw new PlainError(`${url} could not be opened: ${cause}.`);
  }
}

await runCommand(main);
