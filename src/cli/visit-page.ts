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

/** How long a page is waited for, ms. */
export interface VisitLimits {
  /** Pages whose resources never answer are looked at as far as they came. */
  readonly loadMs: number;
  /** A page that is busy for so long when it is asked for its own document hangs. */
  readonly answerMs: number;
}
/** Time that a page gets for its own start, and Sidelight for its pass. */
const settleMs = 700;
/** The document is at rest when it is the same twice in a row, this far apart. */
const sampleMs = 350;
const mostSamples = 12;
/** A frame whose address never answers has no document to ask. */
const frameLimitMs = 1_500;
/** Firefox reads a large page in more turns than Chromium, and both when the page itself is done. */
const settleMsPerMb = 1_500;
const countLimitMs = 5_000;
/** From the first name that was come upon until the page has been read, on a busy machine, and more for each megabyte. */
const readingMs = 1_500;
const readingMsPerMb = 5_000;
const closeLimitMs = 5_000;

/** Opens the page, of so many bytes, in a tab of its own, waits until it is at rest, and tells what there was to see. */
export async function visitPage(
  session: Session,
  url: string,
  bytes: number,
  limits: VisitLimits,
): Promise<Visit> {
  const page = await session.newPage();
  const heard = listen(page);
  const unopened = (problem: string, loadMs: number): Visit => ({ ...nothingSeen, problem, loadMs });
  let loadMs = 0;
  try {
    await page.evaluateOnNewDocument(calmPage);
    const start = performance.now();
    const problem = await open(page, url, limits.loadMs);
    loadMs = Math.round(performance.now() - start);
    if (problem) return unopened(problem, loadMs);
    await sleep(settleMs + (bytes / 1e6) * settleMsPerMb);
    const html = await readAtRest(page, limits.answerMs);
    const layouts = session.kind === 'chromium' ? (await page.metrics()).LayoutCount : undefined;
    const seen = { html, ...copy(heard), loadMs, ...(layouts === undefined ? {} : { layouts }) };
    if (!session.extensionUrl) return seen;
    const patienceMs = readingMs + (bytes / 1e6) * readingMsPerMb;
    const counting = within(countLimitMs + patienceMs, countMentions(session, page, patienceMs));
    return { ...seen, mentions: await counting.catch(() => 0) };
  } catch (error) {
    if (!hasClosed(page, error)) throw error;
    // Which question it left unanswered is chance, and no difference.
    return unopened('the page closed itself', loadMs);
  } finally {
    await within(closeLimitMs, page.close()).catch(() => {});
  }
}

const nothingSeen: Visit = { html: [], console: [], errors: [], requests: [], loadMs: 0 };

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
    if (page.isClosed()) throw error;
    // Late is not lost: the page is looked at as far as it came, also where it sent the browser on to another.
    if (originOf(page.url()) === originOf(url)) return undefined;
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return isLate ? `it did not load within ${Math.round(limitMs / 1000)} s` : String(error);
  }
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

async function readAtRest(page: Page, limitMs: number): Promise<string[]> {
  let last: string[] | undefined;
  for (let sample = 0; sample < mostSamples; sample++) {
    if (sample > 0) await sleep(sampleMs);
    const next = await readHtml(page, limitMs);
    if (next && next.join() === last?.join()) return next;
    last = next ?? last;
  }
  if (!last) throw new Error('the page is never there long enough to be looked at');
  return last;
}

/** Nothing while the page is just leaving for another one; rejects where it hangs or has gone. */
async function readHtml(page: Page, limitMs: number): Promise<string[] | undefined> {
  const [main, ...frames] = page.frames();
  const inner = frames.map((frame) => within(frameLimitMs, frame.evaluate(readDocument)).catch(() => ''));
  try {
    return await Promise.all([within(limitMs, (main ?? page).evaluate(readDocument), 'it hangs'), ...inner]);
  } catch (error) {
    if (hasClosed(page, error) || !isLeaving(error)) throw error;
    return undefined;
  }
}

/** Its tab is gone, though the browser is not. */
function hasClosed(page: Page, error: unknown): boolean {
  if (!page.browser().connected) return false;
  return page.isClosed() || /(target|session|page)\b.* closed/i.test(String(error));
}

/** What both drivers say when a document is replaced while it is asked. */
function isLeaving(error: unknown): boolean {
  return /context was destroyed|detached|Cannot find context|no such frame|discarded|aborted|navigat/i.test(
    String(error),
  );
}

/** Elements of the page may have taken the names of what is asked here. */
function readDocument(): string {
  const root = Reflect.get(Document.prototype, 'documentElement', document) as Element | null;
  return root ? String(Reflect.get(Element.prototype, 'outerHTML', root)) : '';
}

/** Over all frames, once Sidelight has read those on which it came upon a name, or once time is up. */
async function countMentions(session: Session, page: Page, patienceMs: number): Promise<number> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const frames = await session.inContent(page, isAtWork).catch(() => []);
    const counts = await Promise.all(
      frames.map(async ({ frameId, result }) => {
        const state = await askPage(session, page, { type: 'page.query' }, frameId).catch(() => undefined);
        return { isReading: result === true, found: state?.mentions.length ?? 0 };
      }),
    );
    const isReading = counts.some((count) => count.isReading && count.found === 0);
    if (!isReading || performance.now() > end) return counts.reduce((sum, { found }) => sum + found, 0);
    await sleep(sampleMs);
  }
}

/** Whether the code that decides and marks has been brought into a frame. */
function isAtWork(): boolean {
  return Reflect.has(globalThis, Symbol.for('sidelight.page'));
}
