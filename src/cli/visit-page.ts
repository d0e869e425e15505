import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { askPage } from './ask-page.ts';
import { calmPage } from './calm-script.ts';
import { goTo } from './go-to.ts';
import type { Session } from './session.ts';
import { within } from './within.ts';

/** What one visit to a page could see from outside. */
export interface Visit {
  /** Why the page could not be opened; then everything else is empty. */
  readonly problem?: string;
  /** The page's `outerHTML` at rest, then those of its frames in order. */
  readonly html: readonly string[];
  readonly console: readonly string[];
  readonly errors: readonly string[];
  readonly requests: readonly string[];
  /** Layouts done by the browser until the page was at rest; only Chromium tells. */
  readonly layouts?: number;
  /** From the start of the navigation to the load event. */
  readonly loadMs: number;
  /** Found by Sidelight, over all frames; left out in the twin. */
  readonly mentions?: number;
}

/** Pages whose resources never answer are looked at as far as they came. */
const loadLimitMs = 20_000;
/** Time that a page gets for its own start, and Sidelight for its pass. */
const settleMs = 700;
/** The document is at rest when it is the same twice in a row, this far apart. */
const sampleMs = 350;
const mostSamples = 12;
/** A frame whose address never answers has no document to ask. */
const frameLimitMs = 1_500;
const countLimitMs = 5_000;

/** Opens the page in a tab of its own, waits until it is at rest, and tells what there was to see; `moreMs` to load. */
export async function visitPage(session: Session, url: string, moreMs = 0): Promise<Visit> {
  const page = await session.newPage();
  const heard = listen(page);
  try {
    await page.evaluateOnNewDocument(calmPage);
    const start = performance.now();
    const problem = await open(page, url, loadLimitMs + moreMs);
    const loadMs = Math.round(performance.now() - start);
    if (problem) return { problem, html: [], console: [], errors: [], requests: [], loadMs };
    await sleep(settleMs);
    const html = await readAtRest(page);
    const layouts = session.kind === 'chromium' ? (await page.metrics()).LayoutCount : undefined;
    const seen = { html, ...copy(heard), loadMs, ...(layouts === undefined ? {} : { layouts }) };
    if (!session.extensionUrl) return seen;
    return { ...seen, mentions: await within(countLimitMs, countMentions(session, page)).catch(() => 0) };
  } finally {
    await page.close().catch(() => {});
  }
}

interface Heard {
  readonly console: string[];
  readonly errors: string[];
  readonly requests: string[];
}

function copy({ console, errors, requests }: Heard): Heard {
  return { console: [...console], errors: [...errors], requests: [...requests] };
}

function listen(page: Page): Heard {
  const heard: Heard = { console: [], errors: [], requests: [] };
  page.on('console', (message) => heard.console.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => heard.errors.push(error instanceof Error ? error.message : String(error)));
  page.on('request', (request) => heard.requests.push(request.url()));
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
  // What a page opens beside itself is no part of the comparison.
  page.on('popup', (popup) => void popup?.close().catch(() => {}));
  return heard;
}

async function open(page: Page, url: string, limitMs: number): Promise<string | undefined> {
  try {
    await goTo(page, url, limitMs);
    return undefined;
  } catch (error) {
    // Late is not lost: the page is looked at as far as it came.
    return page.url() === url ? undefined : String(error);
  }
}

async function readAtRest(page: Page): Promise<string[]> {
  let last = await readHtml(page);
  for (let sample = 0; sample < mostSamples; sample++) {
    await sleep(sampleMs);
    const next = await readHtml(page);
    if (next.join() === last.join()) return next;
    last = next;
  }
  return last;
}

async function readHtml(page: Page): Promise<string[]> {
  const read = (frame: Page | ReturnType<Page['mainFrame']>) =>
    frame.evaluate(() => document.documentElement?.outerHTML ?? '');
  const [main, ...frames] = page.frames();
  const inner = frames.map((frame) => within(frameLimitMs, read(frame)).catch(() => ''));
  return [await read(main ?? page), ...(await Promise.all(inner))];
}

async function countMentions(session: Session, page: Page): Promise<number> {
  const frames = await session.inContent(page, () => 0).catch(() => []);
  const counts = frames.map(async ({ frameId }) => {
    const state = await askPage(session, page, { type: 'page.query' }, frameId).catch(() => undefined);
    return state?.mentions.length ?? 0;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
