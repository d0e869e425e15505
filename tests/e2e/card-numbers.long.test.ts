import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inCard } from '../../src/cli/page-view.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import {
  article,
  countSeen,
  findBox,
  hasHost,
  hasTimerAt,
  lastSeen,
  middleOf,
  openOn,
  pause,
  readSeen,
  restOn,
  set,
  visit,
  waitForBox,
  waitForNoHost,
  waitForTitle,
  watchTimers,
} from './card-page.ts';
import { describeInBrowsers } from './harness.ts';

/** Clocks of events and of scripts may be rounded to 1 ms each. */
const roundingMs = 2;

describeInBrowsers('the numbers of opening and closing', (bed) => {
  let page: Page;
  beforeAll(async () => {
    page = await bed().session.newPage();
  });
  beforeEach(async () => {
    await set(bed(), { pace: 'fast' });
    await page.setViewport({ width: 1280, height: 900 });
  });

  describe('prefetch', () => {
    /** Writes down, in our own world, when a card is asked for and when one is built. */
    async function watchSteps(): Promise<void> {
      await bed().session.inContent(page, () => {
        const steps: { type: string; at: number }[] = [];
        Reflect.set(globalThis, 'steps', steps);
        const note = (type: string) => steps.push({ type, at: performance.timeOrigin + performance.now() });
        type Runtime = { sendMessage(message: { type: string }): Promise<unknown> };
        const { browser, chrome } = globalThis as never as Record<string, { runtime: Runtime }>;
        const runtime = (browser ?? chrome)?.runtime as Runtime;
        const send = runtime.sendMessage.bind(runtime);
        runtime.sendMessage = (message) => {
          note(message.type);
          return send(message);
        };
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (init) {
          note('built');
          return attach.call(this, init);
        };
      });
    }

    const readSteps = async () => {
      const [answer] = await bed().session.inContent(
        page,
        () => Reflect.get(globalThis, 'steps') as { type: string; at: number }[],
      );
      return answer?.result ?? [];
    };

    /** How long after the pointer came to rest a step was taken, ms; nothing when it never was. */
    async function stepAfter(type: string): Promise<number | undefined> {
      const step = (await readSteps()).find((each) => each.type === type);
      const origin = await page.evaluate(() => performance.timeOrigin);
      const moves = (await readSeen(page)).filter((each) => each.type === 'move');
      // The arrival; the last move is a pixel on, and small moves do not prolong a rest.
      return step && step.at - origin - arrivedIn(moves);
    }

    const arrivedIn = (moves: readonly { readonly at: number }[]) => moves.at(-2)?.at ?? Number.NaN;

    /** Whether our timer was set for so long after the pointer came to rest. */
    async function isSetFor(ms: number): Promise<boolean> {
      const moves = (await readSeen(page)).filter((each) => each.type === 'move');
      return hasTimerAt(bed(), page, arrivedIn(moves), ms);
    }

    test('the card is asked for after 25 ms of rest, not before', async () => {
      await set(bed(), { pace: 'calm' });
      await visit(bed(), page, article);
      await middleOf(page, 'Magnitsky Act');
      await watchSteps();
      await watchTimers(bed(), page);
      await restOn(page, 'Magnitsky Act');
      const askedMs = await waitFor('the question', () => stepAfter('card.load'));
      expect(askedMs).toBeGreaterThanOrEqual(25 - roundingMs);
      expect(await isSetFor(25)).toBe(true);
      await waitFor('the content', () => stepAfter('card.get'));
      // Calm: long before it opens.
      expect(await hasHost(page)).toBe(false);
    });

    test('it is built after 150 ms, off the page', async () => {
      await set(bed(), { pace: 'calm' });
      await visit(bed(), page, article);
      // The first rest brings the code; the second shows the steps alone.
      await openOn(bed(), page, 'Magnitsky Act');
      await page.keyboard.press('Escape');
      await waitForNoHost(page);
      await page.mouse.move(1000, 20);
      await pause(40);
      await watchSteps();
      await watchTimers(bed(), page);
      await restOn(page, 'Freedom House');
      const builtMs = await waitFor('the card to be built', () => stepAfter('built'));
      expect(builtMs).toBeGreaterThanOrEqual(150 - roundingMs);
      expect(await isSetFor(150)).toBe(true);
      expect(await hasHost(page)).toBe(false);
      await waitForTitle(bed(), page, 'Freedom House');
    });

    test('a pointer that only passes asks for nothing', async () => {
      await visit(bed(), page, '<p style="margin-top:200px">The Magnitsky Act.</p>');
      const { x, y } = await middleOf(page, 'Magnitsky Act');
      await watchSteps();
      for (let pass = 0; pass < 10; pass++) {
        const before = (await readSteps()).length;
        await page.mouse.move(x - 2, y - 60);
        await page.mouse.move(x, y);
        await page.mouse.move(x + 2, y + 80);
        const [on, off] = (await readSeen(page)).filter(({ type }) => type === 'move').slice(-2);
        await pause(60);
        // Where nobody is told in time that it went on, the pointer did rest, and may have been asked for.
        if (on && off && off.toldAt - on.at < 25 - roundingMs)
          expect((await readSteps()).slice(before)).toEqual([]);
      }
    });

    test('asked for once: coming back asks the worker nothing more', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      await page.mouse.move(1000, 20);
      await waitForNoHost(page);
      await watchSteps();
      await openOn(bed(), page, 'Magnitsky Act');
      expect((await readSteps()).filter(({ type }) => type === 'card.get')).toEqual([]);
    });
  });

  describe('size', () => {
    const widths = async () => {
      const box = await waitForBox(bed(), page);
      return Math.round(box.right - box.left);
    };

    test('380 px wide with its answers one under the other', async () => {
      await visit(bed(), page, '<p>The Jackson-Vanik amendment.</p>');
      await openOn(bed(), page, 'Jackson-Vanik amendment');
      expect(await widths()).toBe(380);
    });

    test('420 px with two answers side by side', async () => {
      await visit(bed(), page, '<p>Then Michael McFaul spoke.</p>');
      await openOn(bed(), page, 'Michael McFaul');
      const [columns] = await inCard(
        bed().session,
        page,
        (root) => root.querySelector<HTMLElement>('.dispute .positions')?.dataset.columns,
      );
      expect([columns, await widths()]).toEqual(['2', 420]);
    });

    test('a long card is 60 % of the height, no more, and the rest of it scrolls', async () => {
      await page.setViewport({ width: 1280, height: 700 });
      await visit(bed(), page, '<p>The Magnitsky Act.</p>');
      const box = await openOn(bed(), page, 'Magnitsky Act');
      expect(Math.round(box.bottom - box.top)).toBe(420);
      const [more] = await inCard(bed().session, page, (root) => {
        const scroller = root.querySelector('.scroll') as Element;
        return scroller.scrollHeight - scroller.clientHeight;
      });
      expect(more).toBeGreaterThan(50);
      await page.mouse.move(box.left + 100, box.top + 200);
      await page.mouse.wheel({ deltaY: 200 });
      await waitFor('the card to scroll', async () =>
        (
          await inCard(bed().session, page, (root) => (root.querySelector('.scroll')?.scrollTop ?? 0) > 100)
        ).includes(true),
      );
    });

    test('as wide and as large in type as the reader chose', async () => {
      await set(bed(), { pace: 'fast', fontSize: 150, cardWidth: 140 });
      await visit(bed(), page, '<p>The Jackson-Vanik amendment.</p>');
      await openOn(bed(), page, 'Jackson-Vanik amendment');
      const [px] = await inCard(bed().session, page, (root) =>
        Number.parseFloat(getComputedStyle(root.querySelector('.gloss') as Element).fontSize),
      );
      expect([await widths(), px]).toEqual([532, 21]);
    });
  });

  describe('gap and gutter', () => {
    test('8 px from the left edge of the screen', async () => {
      await visit(bed(), page, '<p style="margin-left:0;text-indent:-4px">Magnitsky Act was law.</p>');
      await middleOf(page, 'Magnitsky Act');
      const box = await openOn(bed(), page, 'Magnitsky Act');
      expect(Math.round(box.left)).toBe(8);
    });

    test('8 px from the lower edge, where there is no more room', async () => {
      await page.setViewport({ width: 1280, height: 420 });
      await visit(bed(), page, `<div style="height:170px"></div>${article}`);
      const mark = await middleOf(page, 'Magnitsky Act');
      const box = await openOn(bed(), page, 'Magnitsky Act');
      const isBelow = box.top > mark.y;
      const gutter = isBelow ? 420 - box.bottom : box.top;
      expect(gutter).toBeGreaterThanOrEqual(8);
      expect(
        isBelow ? box.top - (mark.y + mark.height / 2) : mark.y - mark.height / 2 - box.bottom,
      ).toBeLessThan(10);
    });

    test('pressed against a clipping box, the card is not clipped', async () => {
      const body = `<div style="overflow:hidden;contain:paint;height:60px;transform:translateX(20px);border:1px solid">
        <p style="margin:10px 20px">The Magnitsky Act.</p></div>`;
      await visit(bed(), page, body);
      const box = await openOn(bed(), page, 'Magnitsky Act');
      const [isOnTop] = await inCard(
        bed().session,
        page,
        (root, x, y) => document.elementFromPoint(x, y) === root.host,
        (box.left + box.right) / 2,
        box.bottom - 20,
      );
      expect([isOnTop, box.bottom - box.top > 200]).toEqual([true, true]);
    });
  });

  describe('staying and going', () => {
    test('300 ms are counted anew after each leaving', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      const { x, y } = await middleOf(page, 'Magnitsky Act');
      for (let i = 0; i < 2; i++) {
        await page.mouse.move(1000, 20);
        await pause(100);
        await page.mouse.move(x + i, y);
        await pause(100);
      }
      expect(countSeen(await readSeen(page), 'removed')).toBe(0);
      await page.mouse.move(1000, 20);
      await waitForNoHost(page);
      const awayMs = (await lastSeen(page, 'removed')) - (await lastSeen(page, 'move'));
      expect(awayMs).toBeGreaterThanOrEqual(420 - roundingMs);
    });

    test('the pointer goes from term to card over the gap between them', async () => {
      await visit(bed(), page, article);
      const box = await openOn(bed(), page, 'Magnitsky Act');
      const from = await middleOf(page, 'Magnitsky Act');
      for (let y = from.y; y < box.top + 20; y += 4) {
        await page.mouse.move(from.x, y);
        await pause(30);
      }
      await pause(450);
      expect((await findBox(bed(), page))?.title).toBe('Magnitsky Act');
    });

    test('a pointer that leaves the window starts the grace too', async () => {
      await visit(
        bed(),
        page,
        `${article}<iframe style="position:absolute;left:800px;top:0;border:0"></iframe>`,
      );
      await openOn(bed(), page, 'Magnitsky Act');
      await page.mouse.move(900, 40);
      await waitForNoHost(page);
    });

    test('Escape on a page without a card stays the page’s', async () => {
      const script =
        "window.keys = 0; addEventListener('keydown', (e) => { if (e.key === 'Escape') keys++ })";
      await visit(bed(), page, { body: article, script });
      await middleOf(page, 'Magnitsky Act');
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => (window as never as { keys: number }).keys)).toBe(1);
    });

    test('after Escape the same term opens again once the pointer has been elsewhere', async () => {
      await visit(bed(), page, article);
      const { x, y } = await restOn(page, 'Magnitsky Act');
      await waitForBox(bed(), page);
      await page.keyboard.press('Escape');
      await waitForNoHost(page);
      await page.mouse.move(x + 3, y);
      await pause(350);
      expect(await hasHost(page)).toBe(false);
      await page.mouse.move(1000, 20);
      await page.mouse.move(x, y);
      await waitForBox(bed(), page);
    });
  });

  describe('marks', () => {
    const words = async (): Promise<readonly string[]> => {
      await waitFor('marks', () =>
        page.evaluate(() => [...CSS.highlights.values()].some(({ size }) => size > 0)),
      );
      return page.evaluate(() =>
        [...CSS.highlights.values()]
          .flatMap((highlight) => [...highlight])
          .map((range) => {
            const live = new Range();
            live.setStart(range.startContainer, range.startOffset);
            live.setEnd(range.endContainer, range.endOffset);
            return live.toString();
          })
          .sort(),
      );
    };

    test.each([
      ['the longest name wins', '<p>The Global Magnitsky Act passed.</p>', ['Global Magnitsky Act']],
      ['across elements', '<p>The <b>Magnitsky</b> <i>Act</i> passed.</p>', ['Magnitsky Act']],
      ['a possessive', '<p>The Magnitsky Act’s text.</p>', ['Magnitsky Act']],
      ['case by alias: an acronym in capitals only', '<p>CAATSA, not caatsa as a word.</p>', ['CAATSA']],
      ['in a link', '<p><a href="#x">Magnitsky Act</a></p>', ['Magnitsky Act']],
      [
        'none in editors, fields and code',
        '<p>The Magnitsky Act</p><p contenteditable>Freedom House</p><textarea>CAATSA</textarea><code>CAATSA</code>',
        ['Magnitsky Act'],
      ],
      [
        'the first of each section',
        '<h2>A</h2><p>Magnitsky Act, Magnitsky Act</p><h2>B</h2><p>Magnitsky Act</p>',
        ['Magnitsky Act', 'Magnitsky Act'],
      ],
      ['no headings unless asked for', '<h1>CAATSA</h1><p>The Magnitsky Act.</p>', ['Magnitsky Act']],
    ] as const)('%s', async (_name, body, wanted) => {
      await visit(bed(), page, body);
      expect(await words()).toEqual(wanted);
    });

    test('what a page adds later is marked too', async () => {
      await visit(bed(), page, article);
      await words();
      await page.evaluate(() => {
        const p = document.createElement('p');
        p.textContent = 'Then came CAATSA.';
        document.body.append(p);
      });
      await waitFor('the new mark', async () => (await words()).includes('CAATSA'));
    });
  });
});
