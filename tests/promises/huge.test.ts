import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { serveLoopback } from '../../src/cli/loopback.ts';
import { openSession } from '../../src/cli/session.ts';
import { putHugePage, putLongBlock } from '../bench/page-fixtures.ts';
import { traceMainThread } from '../bench/page-trace.ts';

/** What one task of ours may take of the processor, ms. */
const sliceMs = 10;
/** A busy machine interrupts some: so many of a hundred may be longer, but none as long as a long task. */
const longer = 2;
/** And so many where there are not a hundred: bringing a script is one task, and all its code is cold. */
const few = 3;
const longTaskMs = 50;

test.each([
  ['a page of 20 MB', putHugePage, 100],
  ['a block of 100,000 units', putLongBlock, 10],
])(
  'P27 %s in chromium: not one task of ours is long, and its terms are marked',
  async (_, put, tasks) => {
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
