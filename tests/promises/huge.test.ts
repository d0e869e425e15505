import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { serveLoopback } from '../../src/cli/loopback.ts';
import { openSession } from '../../src/cli/session.ts';
import { putHugePage } from '../bench/page-fixtures.ts';
import { traceMainThread } from '../bench/page-trace.ts';

/** CPU time of one task of ours, ms; a machine that is busy with others needs half as much again. */
const mostMs = 15;

test('P27 a page of 20 MB in chromium: not one task of ours is long, and its terms are marked', async () => {
  const site = await serveLoopback();
  const session = await openSession('chromium');
  const page = await session.newPage();
  const url = putHugePage(site);
  const main = await traceMainThread(page, async () => {
    await page.goto(url, { timeout: 120_000 });
    for (let left = 90; left > 0; left--) {
      await sleep(1_000);
      if (await page.evaluate(() => CSS.highlights.size > 0)) break;
    }
    await sleep(2_000);
  });
  expect(await page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
  console.log(`P27: ${JSON.stringify(main)}`);
  expect(main.ownTasks).toBeGreaterThan(20);
  expect(main.longestOwnMs).toBeLessThan(mostMs);
  await session.close();
  await site.close();
}, 240_000);
