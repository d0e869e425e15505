import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { askPage } from '../../src/cli/ask-page.ts';
import { serveLoopback } from '../../src/cli/loopback.ts';
import { readMarks } from '../../src/cli/page-view.ts';
import { openSession } from '../../src/cli/session.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { putHugePage, putLongBlock } from '../bench/page-fixtures.ts';
import { traceMainThread } from '../bench/page-trace.ts';

/** What one task of ours may take of the processor, ms. */
const sliceMs = 10;
/** A busy machine interrupts some: so many of a hundred may be longer, but none as long as a long task. */
const longer = 2;
/** And so many where there are not a hundred: bringing a script is one task, and all its code is cold. */
const few = 3;
const longTaskMs = 50;

// With as many tasks as there are at least on a fast machine: a trace that saw none would prove nothing.
test.each([
  ['a page of 20 MB', putHugePage, 20, true],
  ['a block of 100,000 units', putLongBlock, 5, false],
])(
  'P27 %s in chromium: not one task of ours is long, its terms are marked, and reading stops only at the cap',
  async (_, put, tasks, stops) => {
    const site = await serveLoopback();
    const session = await openSession('chromium');
    try {
      const page = await session.newPage();
      const url = put(site);
      const isMarked = () => page.evaluate(() => CSS.highlights.size > 0);
      const { ownMs, ownTasksMs } = await traceMainThread(page, async () => {
        await page.goto(url, { timeout: 120_000 });
        for (let left = 90; left > 0 && !(await isMarked()); left--) await sleep(1_000);
        await sleep(2_000);
      });
      expect(await isMarked()).toBe(true);
      const { capped } = await waitFor('the page to be read', async () => {
        const state = await askPage(session, page, { type: 'page.query' });
        return state.capped === stops ? state : undefined;
      });
      expect(capped).toBe(stops);
      const longest = ownTasksMs.slice(-5).map((ms) => ms.toFixed(1));
      console.log(
        `P27: ${ownTasksMs.length} tasks, ${ownMs.toFixed(0)} ms, the longest ${longest.join(', ')}`,
      );
      expect(ownTasksMs.length).toBeGreaterThan(tasks);
      const mostLonger = Math.max(few, (ownTasksMs.length * longer) / 100);
      expect(ownTasksMs.filter((ms) => ms > sliceMs).length).toBeLessThan(mostLonger);
      expect(ownTasksMs.at(-1)).toBeLessThan(longTaskMs);
    } finally {
      await session.close();
      await site.close();
    }
  },
  240_000,
);

/** How long the page itself works in each frame, ms: what lasts as long as a long task is told with its scripts. */
const busyMs = 80;
/** Scripts that take as long in such a frame are told, ms. */
const toldMs = 5;

test('P9 long frames of a page, in which we read as well, are told to it with its own scripts only, in chromium', async () => {
  const site = await serveLoopback();
  const session = await openSession('chromium');
  try {
    const page = await session.newPage();
    site.put('/busy.js', { body: `(${workInEachFrame})(${busyMs})`, type: 'text/javascript' });
    const parts =
      '<p>The harbour lay quiet in the evening, and the boats came home with lamps lit.</p>'.repeat(20_000);
    const body = `<p>The Kremlin.</p><script src="/busy.js"></script>${parts}<p>CAATSA.</p>`;
    const { ownTasksMs } = await traceMainThread(page, async () => {
      await page.goto(site.put('/long', `<!doctype html><title>Long</title>${body}`), { timeout: 120_000 });
      await waitFor('the last mark', async () => (await readMarks(page)).length === 2, 120_000);
    });
    expect(ownTasksMs.filter((ms) => ms > toldMs).length).toBeGreaterThan(0);
    const told = await page.evaluate(() => (window as unknown as { told: readonly string[] }).told);
    expect([...new Set(told)]).toEqual([expect.stringContaining('/busy.js')]);
  } finally {
    await session.close();
    await site.close();
  }
}, 240_000);

/** The page's own: writes down each script that it is told of in a long frame. */
function workInEachFrame(ms: number): void {
  const told: string[] = [];
  Object.assign(window, { told });
  const work = () => {
    const end = performance.now() + ms;
    while (performance.now() < end);
    requestAnimationFrame(work);
  };
  requestAnimationFrame(work);
  new PerformanceObserver((list) => {
    for (const { scripts = [] } of list.getEntries() as { readonly scripts?: readonly object[] }[])
      for (const script of scripts) told.push(String(Reflect.get(script, 'sourceURL')));
  }).observe({ type: 'long-animation-frame', buffered: true });
}
