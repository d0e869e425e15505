import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { readCards } from '../../src/cli/page-view.ts';
import { waitForMark } from '../../src/cli/pointer.ts';
import { inProject } from '../../src/cli/project.ts';
import type { Session } from '../../src/cli/session.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { dwellPresets } from '../../src/core/hover-timing.ts';

/** What a page says of its own loading and answering. */
export interface Vitals {
  readonly lcpMs: number;
  readonly cls: number;
  /** Longest time from a click to the next frame. */
  readonly inpMs: number;
}

/** Clicks made to see how soon the page answers. */
const clicks = 5;
/** From the load event until nothing is done any more on an ordinary page. */
export const settleMs = 1_500;

/** Clicks about on an open page and asks it for its vitals. */
export async function readVitals(page: Page): Promise<Vitals> {
  await page.evaluate(() => {
    const longest = { ms: 0 };
    Object.defineProperty(window, 'longestEvent', { value: longest });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (let click = 0; click < clicks; click++) {
    await page.mouse.click(5, 200 + click);
    await sleep(120);
  }
  return page.evaluate(async () => {
    const entriesOf = (type: string) =>
      new Promise<readonly PerformanceEntry[]>((resolve) => {
        if (!PerformanceObserver.supportedEntryTypes.includes(type)) return resolve([]);
        const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
        observer.observe({ type, buffered: true });
        setTimeout(() => resolve([]), 300);
      });
    const paints = await entriesOf('largest-contentful-paint');
    const shifts = await entriesOf('layout-shift');
    return {
      lcpMs: paints.at(-1)?.startTime ?? Number.NaN,
      cls: shifts.reduce((sum, shift) => sum + Number(Reflect.get(shift, 'value')), 0),
      inpMs: (window as unknown as { longestEvent: { ms: number } }).longestEvent.ms,
    };
  });
}

/** Bytes of script objects and typed arrays in the tab's process, after collecting garbage: pages' and extensions'. */
export async function readHeapBytes(page: Page): Promise<number> {
  const client = await page.createCDPSession();
  for (let time = 0; time < 2; time++) await client.send('HeapProfiler.collectGarbage');
  const used = (await client.send('Runtime.getHeapUsage')) as {
    readonly usedSize: number;
    readonly backingStorageSize?: number;
  };
  await client.detach();
  return used.usedSize + (used.backingStorageSize ?? 0);
}

/** Every name that the bundled pack has for its terms, as one would give them to another marker. */
export async function readNames(): Promise<readonly string[]> {
  const { pack } = await compilePack(inProject('data', 'human-rights-sanctions'));
  return [...new Set(pack?.terms.flatMap(({ label, aliases }) => [label, ...aliases]) ?? [])];
}

/** mark.js at the same job on an open page: its CPU is the page's own. Gives ms and how many it marked. */
export async function runMarkJs(
  page: Page,
  names: readonly string[],
): Promise<{ readonly ms: number; readonly marks: number }> {
  await page.evaluate(await readFile(inProject('node_modules', 'mark.js', 'dist', 'mark.js'), 'utf8'));
  return page.evaluate((words) => {
    type Options = {
      separateWordSearch: boolean;
      accuracy: string;
      acrossElements: boolean;
      diacritics: boolean;
      done(count: number): void;
    };
    const { Mark } = window as unknown as {
      Mark: new (root: Element) => { mark(words: string[], options: Options): void };
    };
    // It calls itself for each name, so that a thousand at once end in a stack overflow.
    const batch = 100;
    return (async () => {
      const start = performance.now();
      let marks = 0;
      for (let at = 0; at < words.length; at += batch) {
        marks += await new Promise<number>((done) => {
          new Mark(document.body).mark(words.slice(at, at + batch), {
            separateWordSearch: false,
            accuracy: 'exactly',
            acrossElements: true,
            diacritics: false,
            done,
          });
        });
      }
      return { ms: performance.now() - start, marks };
    })();
  }, names);
}

/** From the end of the dwell to the frame that shows the card, ms. A stopped worker has to wake first. */
export async function measureCard(
  session: Session,
  page: Page,
  words: string,
  cold: boolean,
): Promise<number> {
  const mark = await waitForMark(page, words);
  const at = { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 };
  await page.mouse.move(at.x + 200, at.y + 160);
  await sleep(400);
  if (cold) await stopWorkers(page);
  await page.evaluate(() => {
    const seen = { restedMs: 0, shownMs: 0 };
    Object.assign(window, { seen });
    addEventListener('pointermove', ({ timeStamp }) => (seen.restedMs = timeStamp), true);
    new MutationObserver(() => {
      if (!document.querySelector(':popover-open') || seen.shownMs) return;
      // The frame that is painted after this callback shows it.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (seen.shownMs ||= performance.now());
        port2.postMessage(0);
      });
    }).observe(document.documentElement, { childList: true, subtree: true });
  });
  // From close by and after a rest, so that the dwell begins with this very move.
  await page.mouse.move(at.x + 20, at.y + 60);
  await sleep(200);
  await page.mouse.move(at.x, at.y);
  await waitFor('a card', async () => (await readCards(session, page)).length > 0);
  const { restedMs, shownMs } = await waitFor('the card to be painted', () =>
    page.evaluate(() => {
      const { seen } = window as unknown as { seen: { restedMs: number; shownMs: number } };
      return seen.shownMs > 0 ? seen : undefined;
    }),
  );
  await page.keyboard.press('Escape');
  await sleep(300);
  return shownMs - restedMs - dwellPresets.normal;
}

async function stopWorkers(page: Page): Promise<void> {
  const client = await page.createCDPSession();
  await client.send('ServiceWorker.enable');
  await client.send('ServiceWorker.stopAllWorkers');
  await client.detach();
}
