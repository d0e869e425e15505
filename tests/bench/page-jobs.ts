import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { inProject } from '../../src/cli/project.ts';
import { compilePack } from '../../src/compiler/compile-pack.ts';

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

/** And until a page that changes no more has let go what it can do without. */
export const restMs = 3_000;

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

/** Bytes of script objects, typed arrays and scripts' texts in the tab's process, after collecting garbage: pages' and extensions'. */
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

/** How many highlights are painted in all frames of an open page. */
export async function countMarks(page: Page): Promise<number> {
  const counts = await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame
          .evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0))
          .catch(() => 0),
      ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
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
