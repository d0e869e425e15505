import type { Page } from 'puppeteer-core';
import { inCard, type SeenMark } from '../../src/cli/page-view.ts';
import { waitForMark } from '../../src/cli/pointer.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import type { Bed } from './harness.ts';

/** What the page itself can tell of the pointer and of our one element, with times in ms of its own clock. */
export interface Seen {
  readonly type: 'move' | 'added' | 'removed';
  readonly at: number;
  /** When the page was told: browsers hold moves back until the next frame. */
  readonly toldAt: number;
}

// Runs in the page before anything else: what it writes down is what any page could know.
const watcher = `
  const seen = [];
  const note = (type, at = performance.now()) => seen.push({ type, at, toldAt: performance.now() });
  addEventListener('pointermove', (event) => note('move', event.timeStamp), true);
  new MutationObserver((records) => {
    for (const { addedNodes, removedNodes } of records) {
      for (const node of addedNodes) if (node.popover) note('added');
      for (const node of removedNodes) if (node.popover) note('removed');
    }
  }).observe(document, { childList: true, subtree: true });
  window.seen = seen;
`;

/** Timers are set for whole ms, and clocks of events and of scripts may be rounded to 1 ms each. */
const timerRoundingMs = 3;

const looks = `
  body { margin: 0; font: 18px/30px 'Liberation Serif', serif; }
  p { margin: 0 0 30px 60px; width: 600px; }
`;

export interface PageParts {
  readonly body: string;
  readonly css?: string;
  readonly script?: string;
}

/** A page of running text; its terms are wherever the body has them. */
export function pageHtml({ body, css = '', script = '' }: PageParts): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>
    <meta name="viewport" content="width=device-width"><script>${watcher}</script>
    <style>${looks}${css}</style></head><body>${body}<script>${script}</script></body></html>`;
}

/** Two terms far apart and one between them; the first has room for its card below. */
export const article = `<p>Congress passed the Magnitsky Act in 2012.</p>
  <p>It repealed <b>Jackson-Vanik</b>, to the anger of the Kremlin, in one vote.</p>
  <p style="position:absolute;left:720px;top:200px">Freedom House approved.</p>`;

let pages = 0;

/** Opens a page of its own address in this tab, with the pointer in a corner where nothing is. */
export async function visit({ site }: Bed, page: Page, parts: PageParts | string): Promise<string> {
  pages += 1;
  const url = site.put(`/${pages}`, pageHtml(typeof parts === 'string' ? { body: parts } : parts));
  await page.mouse.move(2, 2);
  await page.goto(url);
  return url;
}

export function readSeen(page: Page): Promise<readonly Seen[]> {
  return page.evaluate(() => (window as unknown as { seen: Seen[] }).seen);
}

/** When the page saw this the last time; fails when it never did. */
export async function lastSeen(page: Page, type: Seen['type']): Promise<number> {
  const found = (await readSeen(page)).findLast((each) => each.type === type);
  if (!found) throw new Error(`the page has seen nothing ${type}`);
  return found.at;
}

export function countSeen(seen: readonly Seen[], type: Seen['type']): number {
  return seen.filter((each) => each.type === type).length;
}

/** The middle of a Mark, once it is painted. */
export async function middleOf(
  page: Page,
  text: string,
  nth = 0,
): Promise<{ x: number; y: number } & SeenMark> {
  const mark = await waitForMark(page, text, nth);
  return { ...mark, x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 };
}

/** Puts the pointer on a Mark in one move, and a breath later one pixel on: an arrival and a rest. */
export async function restOn(page: Page, text: string, nth = 0): Promise<{ x: number; y: number }> {
  const { x, y } = await middleOf(page, text, nth);
  await page.mouse.move(x - 1, y);
  await pause(40);
  await page.mouse.move(x, y);
  return { x, y };
}

/** Rests on a Mark until its card is there; gives the card's box. */
export async function openOn(bed: Bed, page: Page, text: string, nth = 0): Promise<CardBox> {
  await restOn(page, text, nth);
  return waitForBox(bed, page);
}

export interface CardBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly title: string;
}

/** The open card's box and title; nothing when none is open. */
export async function findBox({ session }: Bed, page: Page): Promise<CardBox | undefined> {
  const [box] = await inCard(session, page, (root) => {
    const { left, top, right, bottom } = (root.querySelector('.frame') as Element).getBoundingClientRect();
    return { left, top, right, bottom, title: root.querySelector('h2')?.textContent ?? '' };
  });
  return box;
}

export function waitForBox(bed: Bed, page: Page): Promise<CardBox> {
  return waitFor('a card to open', () => findBox(bed, page));
}

/** Waits until the open card is that of this term. */
export function waitForTitle(bed: Bed, page: Page, title: string): Promise<CardBox> {
  return waitFor(`the card of ${title}`, async () => {
    const box = await findBox(bed, page);
    return box?.title === title ? box : undefined;
  });
}

/** Whether our element is in the page, as the page itself sees it. */
export function hasHost(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('[popover="manual"]') !== null);
}

export async function waitForNoHost(page: Page): Promise<void> {
  await waitFor('our element to leave the page', async () => !(await hasHost(page)));
}

/** The middle of a control in the open card, by its words or accessible name. */
export async function findControl(
  { session }: Bed,
  page: Page,
  name: string,
): Promise<{ x: number; y: number }> {
  return waitFor(`a control "${name}" in the card`, async () => {
    const [at] = await inCard(
      session,
      page,
      (root, wanted) => {
        const found = [...root.querySelectorAll('button, a')].find(
          (each) => each.getAttribute('aria-label') === wanted || each.textContent?.trim().startsWith(wanted),
        );
        found?.scrollIntoView({ block: 'nearest' });
        const box = found?.getBoundingClientRect();
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
      },
      name,
    );
    return at;
  });
}

export async function clickInCard(bed: Bed, page: Page, name: string): Promise<void> {
  const { x, y } = await findControl(bed, page, name);
  await page.mouse.click(x, y);
}

/** What the card says of the last thing done in it; nothing when it says nothing. */
export async function readNotice({ session }: Bed, page: Page): Promise<string | undefined> {
  const [notice] = await inCard(session, page, (root) => root.querySelector('.notice')?.textContent || null);
  return notice;
}

/** Stores these settings over the defaults. */
export async function set({ session }: Bed, settings: Record<string, unknown>): Promise<void> {
  await session.inExtension(async (values) => {
    const { browser, chrome } = globalThis as never as Record<
      string,
      { storage: { local: { set(v: object): Promise<void> } } }
    >;
    await (browser ?? chrome)?.storage.local.set({ settings: values });
  }, settings);
}

/** Writes down, in our own world, which moments our timers are set for; the page knows nothing of it. */
export async function watchTimers({ session }: Bed, page: Page): Promise<void> {
  await session.inContent(page, () => {
    const due: number[] = [];
    Reflect.set(globalThis, 'timersDue', due);
    const real = setTimeout;
    Reflect.set(globalThis, 'setTimeout', (run: () => void, delayMs = 0) => {
      due.push(performance.now() + delayMs);
      return real(run, delayMs);
    });
  });
}

/**
 * Whether one of our timers was set for so long after a moment of the page's clock, ms, a rounding aside. What a busy
 * machine makes of a timer says nothing about it; how it was set does.
 */
export async function hasTimerAt(
  { session }: Bed,
  page: Page,
  from: number,
  afterMs: number,
): Promise<boolean> {
  const [answer] = await session.inContent(page, () => Reflect.get(globalThis, 'timersDue') as number[]);
  return (answer?.result ?? []).some((due) => Math.abs(due - from - afterMs) <= timerRoundingMs);
}

/** What a command of the keyboard sends to the page. */
export async function sendStep({ session }: Bed, page: Page, direction: 'next' | 'previous'): Promise<void> {
  const tab = await session.tabId(page);
  await session.inExtension(
    async (id, way) => {
      type Api = { tabs: { sendMessage(id: number, message: object): Promise<unknown> } };
      const { browser, chrome } = globalThis as never as Record<string, Api>;
      await (browser ?? chrome)?.tabs.sendMessage(id, { type: 'page.step', direction: way });
    },
    tab,
    direction,
  );
}

/** Time passes: for what must *not* happen, which no condition can be waited for. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
