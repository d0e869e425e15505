import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { buildExtension } from './build-extension.ts';
import { type Loopback, serveLoopback } from './loopback.ts';
import { readCards } from './page-view.ts';
import { movePointer, waitForMark } from './pointer.ts';
import { inProject, runCommand } from './project.ts';
import { openSession, type Session } from './session.ts';
import { waitFor } from './wait-for.ts';

// npm run screenshots: the five pictures of the stores' pages, from the demonstration article and the extension's own
// pages, in Chromium. Writes assets/store/screenshots/.

const folder = inProject('assets', 'store', 'screenshots');
/** What both stores ask for. */
const size = { width: 1280, height: 800 };
/** Fonts are there and the card's fade is over, ms. */
const settledMs = 600;
/** Where the term stands in a picture, px from the top. */
const markTop = 120;
const pack = 'human-rights-sanctions';

interface Bed {
  readonly session: Session;
  readonly site: Loopback;
}

async function main(): Promise<number> {
  buildExtension();
  mkdirSync(folder, { recursive: true });
  const session = await openSession('chromium');
  const site = await serveLoopback();
  site.putFolder('/', inProject('tests', 'fixtures', 'demo'));
  try {
    await takeCard({ session, site }, '1-card', 'light', 'Global Magnitsky Act');
    await takeCard({ session, site }, '2-card-dark', 'dark', 'smart sanctions');
    await takeLibrary(session, '3-who-says-what', '#/who');
    await takeLibrary(session, '4-timeline', '#/timeline');
    await takeLibrary(session, '5-source', `#/source/${pack}/lester-2013`);
  } finally {
    await session.close();
    await site.close();
  }
  console.log(`Five pictures in ${folder}`);
  return 0;
}

async function takeCard({ session, site }: Bed, name: string, scheme: string, term: string): Promise<void> {
  const page = await session.newPage();
  await page.setViewport(size);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(site.url('/article.html'));
  await restNearTop(page, term);
  await waitFor('the card to open', async () => (await readCards(session, page))[0]);
  await keep(page, name);
}

/** So that the card below has room for both sides. */
async function restNearTop(page: Page, term: string): Promise<void> {
  const { y: found } = await waitForMark(page, term);
  await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), found - markTop);
  const { x, y, width, height } = await waitForMark(page, term);
  const to = { x: x + width / 2, y: y + height / 2 };
  await movePointer(page, { x: to.x + 60, y: to.y + 40 }, to);
}

async function takeLibrary(session: Session, name: string, place: string): Promise<void> {
  const page = await session.openExtensionPage(`pages/library/library.html${place}`);
  await page.setViewport(size);
  await waitFor(`${place} to be drawn`, () => page.evaluate(() => document.querySelector('main') !== null));
  await keep(page, name);
}

async function keep(page: Page, name: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, settledMs));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}

await runCommand(main);
