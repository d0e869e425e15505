import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inCard } from '../../src/cli/page-view.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import {
  article,
  clickInCard,
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

describeInBrowsers('opening', (bed) => {
  let page: Page;
  beforeAll(async () => {
    page = await bed().session.newPage();
  });
  beforeEach(() => set(bed(), {}));

  /** Rests on the term until its card is there: not before this long a rest, and that is what our timer was set for. */
  async function expectDwell(dwellMs: number): Promise<void> {
    await middleOf(page, 'Magnitsky Act');
    await watchTimers(bed(), page);
    await restOn(page, 'Magnitsky Act');
    const at = await waitFor('the card', () => lastSeen(page, 'added').catch(() => undefined));
    const moves = (await readSeen(page)).filter(({ type }) => type === 'move');
    const arrived = moves.at(-2)?.at ?? Number.NaN;
    expect(at - arrived).toBeGreaterThanOrEqual(dwellMs - roundingMs);
    expect(await hasTimerAt(bed(), page, arrived, dwellMs)).toBe(true);
  }

  describe('dwell', () => {
    test('450 ms of rest open a card', async () => {
      await visit(bed(), page, article);
      await expectDwell(450);
    });

    test.each([
      ['calm', 750],
      ['fast', 200],
    ])('%s: %d ms', async (pace, dwellMs) => {
      await set(bed(), { pace });
      await visit(bed(), page, article);
      await expectDwell(dwellMs);
    });

    test('key only: no rest opens anything', async () => {
      await set(bed(), { pace: 'keys' });
      await visit(bed(), page, article);
      await restOn(page, 'Magnitsky Act');
      await pause(900);
      expect(await hasHost(page)).toBe(false);
    });

    test('leaving before it ends opens nothing', async () => {
      await visit(bed(), page, article);
      await restOn(page, 'Magnitsky Act');
      await pause(150);
      await page.mouse.move(900, 400);
      await pause(600);
      expect(countSeen(await readSeen(page), 'added')).toBe(0);
    });

    test('small moves on the term do not prolong it', async () => {
      await visit(bed(), page, article);
      await middleOf(page, 'Magnitsky Act');
      await watchTimers(bed(), page);
      const { x, y } = await restOn(page, 'Magnitsky Act');
      const before = (await readSeen(page)).length;
      for (let i = 1; i <= 3; i++) {
        await pause(60);
        await page.mouse.move(x + i, y);
      }
      await waitForBox(bed(), page);
      const first = (await readSeen(page))[before - 2]?.at ?? Number.NaN;
      expect(await hasTimerAt(bed(), page, first, 450)).toBe(true);
    });

    test('the card code is not in the page until a pointer rests on a term', async () => {
      await visit(bed(), page, article);
      await middleOf(page, 'Magnitsky Act');
      const hasCode = async () => {
        const [answer] = await bed().session.inContent(
          page,
          () => Symbol.for('sidelight.cards') in globalThis,
        );
        return answer?.result ?? false;
      };
      expect(await hasCode()).toBe(false);
      await restOn(page, 'Magnitsky Act');
      // Asked for after 25 ms of rest: long before the card opens.
      await waitFor('the code', hasCode);
    });
  });

  describe('gates', () => {
    test('speed: a pointer that sweeps over a term and never rests opens nothing', async () => {
      await visit(bed(), page, article);
      const { x, y } = await middleOf(page, 'Magnitsky Act');
      const endAt = Date.now() + 900;
      for (let i = 0; Date.now() < endAt; i++) {
        await page.mouse.move(x + (i % 2 ? 25 : -25), y);
      }
      const seen = await readSeen(page);
      const moves = seen.filter(({ type }) => type === 'move');
      const gaps = moves.slice(1).map(({ at }, i) => at - (moves[i]?.at ?? 0));
      // Where the machine was too slow to sweep, samples lie further apart than say anything about speed.
      if (Math.max(...gaps.slice(2)) <= 32) expect(countSeen(seen, 'added')).toBe(0);
      await page.mouse.move(x, y);
      await waitForBox(bed(), page);
    });

    test('scroll: a term that comes under a resting pointer waits for it to move', async () => {
      await visit(bed(), page, {
        body: `<div style="height:600px"></div>${article}<div style="height:3000px"></div>`,
      });
      const { x, y } = await middleOf(page, 'Magnitsky Act');
      await page.mouse.move(x, y - 300);
      await page.mouse.wheel({ deltaY: 300 });
      await waitFor('the scroll', () => page.evaluate(() => scrollY >= 299));
      await pause(900);
      expect(await hasHost(page)).toBe(false);
      const { y: now } = await middleOf(page, 'Magnitsky Act');
      await page.mouse.move(x + 2, now);
      await waitForBox(bed(), page);
    });

    test('press: a click on the term opens nothing, until the pointer has been elsewhere', async () => {
      await visit(bed(), page, article);
      const { x, y } = await restOn(page, 'Magnitsky Act');
      await page.mouse.click(x, y);
      await page.mouse.move(x + 2, y);
      await pause(700);
      expect(await hasHost(page)).toBe(false);
      await page.mouse.move(900, 400);
      await page.mouse.move(x, y);
      await waitForBox(bed(), page);
    });

    test('selecting text across a term opens nothing and keeps the selection', async () => {
      await visit(bed(), page, article);
      const { x, y } = await middleOf(page, 'Magnitsky Act');
      await page.mouse.move(x - 120, y);
      await page.mouse.down();
      await page.mouse.move(x, y);
      await pause(600);
      expect(await hasHost(page)).toBe(false);
      await page.mouse.up();
      expect(await page.evaluate(() => String(getSelection()).length)).toBeGreaterThan(5);
    });
  });

  describe('next', () => {
    test('while one is open the next comes at once, in the same element', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      const { x, y } = await middleOf(page, 'Freedom House');
      await watchTimers(bed(), page);
      await page.mouse.move(900, 30);
      await pause(40);
      await page.mouse.move(x, y);
      await waitForTitle(bed(), page, 'Freedom House');
      expect(await hasTimerAt(bed(), page, await lastSeen(page, 'move'), 450)).toBe(false);
      expect(countSeen(await readSeen(page), 'added')).toBe(1);
    });

    test('a pointer that only passes another term leaves the card alone', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      const { x, y } = await middleOf(page, 'Freedom House');
      await page.mouse.move(900, 30);
      await page.mouse.move(x, y - 60);
      await page.mouse.move(x, y);
      await page.mouse.move(x + 300, y + 60);
      const last = (await readSeen(page)).filter(({ type }) => type === 'move').slice(-4);
      const gaps = last.slice(1).map(({ at }, i) => at - (last[i]?.at ?? 0));
      await pause(150);
      // Samples further apart than 32 ms say nothing about speed: a machine that slow cannot tell.
      if (Math.max(...gaps) > 30) return;
      expect((await findBox(bed(), page))?.title).toBe('Magnitsky Act');
    });
  });

  describe('grace', () => {
    beforeEach(() => set(bed(), { pace: 'fast' }));

    test('300 ms after the pointer has left, and a fade of 120', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      await watchTimers(bed(), page);
      await page.mouse.move(1000, 20);
      await waitForNoHost(page);
      const left = await lastSeen(page, 'move');
      expect((await lastSeen(page, 'removed')) - left).toBeGreaterThanOrEqual(420 - roundingMs);
      expect(await hasTimerAt(bed(), page, left, 300)).toBe(true);
    });

    test('who comes back in time finds it still there', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      const { x, y } = await middleOf(page, 'Magnitsky Act');
      await page.mouse.move(1000, 20);
      await pause(60);
      await page.mouse.move(x, y);
      await pause(600);
      expect(countSeen(await readSeen(page), 'removed')).toBe(0);
    });

    test('the card can be entered, and stays while the pointer is in it', async () => {
      await visit(bed(), page, article);
      const box = await openOn(bed(), page, 'Magnitsky Act');
      await page.mouse.move(box.left + 40, box.top + 60);
      await pause(700);
      expect(countSeen(await readSeen(page), 'removed')).toBe(0);
      await page.mouse.move(1000, 20);
      await waitForNoHost(page);
    });

    test('safe triangle: a slow way to the far corner of the card leads over another term', async () => {
      const body = '<p>The Magnitsky Act, by<br>now one, on which the Kremlin spoke, is one thing.</p>';
      await visit(bed(), page, body);
      const box = await openOn(bed(), page, 'Magnitsky Act');
      const from = await middleOf(page, 'Magnitsky Act');
      // Not straight down, where the card already is, but along its upper edge.
      const to = { x: box.right - 10, y: box.top + 4 };
      for (let step = 1; step <= 12; step++) {
        await page.mouse.move(from.x + ((to.x - from.x) * step) / 12, from.y + ((to.y - from.y) * step) / 12);
        await pause(50);
      }
      expect((await findBox(bed(), page))?.title).toBe('Magnitsky Act');
      await pause(500);
      expect((await findBox(bed(), page))?.title).toBe('Magnitsky Act');
    });

    test('a press outside closes it, a press inside does not', async () => {
      await visit(bed(), page, article);
      const box = await openOn(bed(), page, 'Magnitsky Act');
      await page.mouse.click(box.left + 60, box.top + 100);
      await pause(300);
      expect(await hasHost(page)).toBe(true);
      await page.mouse.click(1000, 20);
      await waitForNoHost(page);
    });

    test('pinned it stays, whatever the pointer does, until Escape', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      await clickInCard(bed(), page, 'Pin');
      await page.mouse.move(1000, 20);
      await pause(500);
      await page.mouse.click(1000, 20);
      await restOn(page, 'Freedom House');
      await pause(600);
      expect((await findBox(bed(), page))?.title).toBe('Magnitsky Act');
      await page.keyboard.press('Escape');
      await waitForNoHost(page);
    });
  });

  describe('hit', () => {
    beforeEach(() => set(bed(), { pace: 'fast' }));

    const cases: readonly (readonly [
      string,
      string,
      (page: Page) => Promise<{ x: number; y: number }>,
      boolean,
    ])[] = [
      [
        'the blank right of a line that ends with a term',
        '<p>See the Magnitsky Act</p>',
        async (at) => {
          const mark = await middleOf(at, 'Magnitsky Act');
          return { x: mark.x + mark.width / 2 + 40, y: mark.y };
        },
        false,
      ],
      [
        'a term under an overlay',
        '<p>See the Magnitsky Act</p><div style="position:fixed;inset:0"></div>',
        (at) => middleOf(at, 'Magnitsky Act'),
        false,
      ],
      [
        'a term whose overlay lets the pointer through',
        '<p>See the Magnitsky Act</p><div style="position:fixed;inset:0;pointer-events:none"></div>',
        (at) => middleOf(at, 'Magnitsky Act'),
        true,
      ],
      [
        'text that is clipped away',
        '<p style="width:110px;white-space:nowrap;overflow:hidden">See of the Magnitsky Act</p>',
        async (at) => {
          const mark = await middleOf(at, 'Magnitsky Act');
          return { x: mark.x + mark.width / 2 - 8, y: mark.y };
        },
        false,
      ],
      [
        'the first half of a split term',
        '<p>See the <b>Magnitsky</b> Act</p>',
        async (at) => halfOf(at, 0.2),
        true,
      ],
      [
        'the second half of a split term',
        '<p>See the <b>Magnitsky</b> Act</p>',
        async (at) => halfOf(at, 0.9),
        true,
      ],
      [
        'text that takes no pointer itself',
        '<p>See <i style="pointer-events:none">the Magnitsky Act</i></p>',
        (at) => middleOf(at, 'Magnitsky Act'),
        true,
      ],
      [
        'text of an element without a box',
        '<p>See <i style="display:contents">the Magnitsky Act</i></p>',
        (at) => middleOf(at, 'Magnitsky Act'),
        true,
      ],
      [
        'a term in a transformed block',
        '<p style="transform:rotate(2deg) scale(.9)">See the Magnitsky Act</p>',
        (at) => middleOf(at, 'Magnitsky Act'),
        true,
      ],
      [
        'a term in a scrolled box',
        '<p style="height:60px;overflow:auto">One<br>two<br>three<br>the Magnitsky Act</p><script>document.querySelector("p").scrollTop = 999</script>',
        (at) => middleOf(at, 'Magnitsky Act'),
        true,
      ],
      [
        'a term in a link',
        '<p>See the <a href="#x">Magnitsky Act</a></p>',
        (at) => middleOf(at, 'Magnitsky Act'),
        true,
      ],
      [
        'a term in columns',
        '<p style="columns:2">One two three four five six seven eight nine ten eleven twelve, the Magnitsky Act</p>',
        (at) => middleOf(at, 'Magnitsky Act'),
        true,
      ],
      [
        'a term in right-to-left text',
        '<p dir="rtl">‏ראה Magnitsky Act כאן</p>',
        (at) => middleOf(at, 'Magnitsky Act'),
        true,
      ],
    ];

    async function halfOf(at: Page, share: number) {
      await middleOf(at, 'Magnitsky Act');
      const box = await at.evaluate(() => {
        const bold = document.querySelector('b') as HTMLElement;
        const { left, right, top, bottom } = bold.getBoundingClientRect();
        return { left, right, y: (top + bottom) / 2 };
      });
      return { x: share < 0.5 ? box.left + 10 : box.right + 14, y: box.y };
    }

    test.each(cases)('%s', async (_name, body, findPoint, opens) => {
      await visit(bed(), page, body);
      const point = await findPoint(page);
      await page.mouse.move(point.x - 1, point.y);
      await pause(40);
      await page.mouse.move(point.x, point.y);
      if (opens) await waitForTitle(bed(), page, 'Magnitsky Act');
      else {
        // More than twice the dwell.
        await pause(450);
        expect(await hasHost(page)).toBe(false);
      }
    });

    test('a term in an open shadow root', async () => {
      const script = `document.querySelector('div').attachShadow({ mode: 'open' }).innerHTML = '<p id="p" style="margin:60px">See the Magnitsky Act</p>';`;
      await visit(bed(), page, { body: '<div></div>', script });
      const at = await page.evaluate(() => {
        const p = document.querySelector('div')?.shadowRoot?.querySelector('p') as Element;
        const range = document.createRange();
        range.setStart(p.firstChild as Node, 10);
        range.setEnd(p.firstChild as Node, 16);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
      await pause(300);
      await page.mouse.move(at.x - 1, at.y);
      await pause(40);
      await page.mouse.move(at.x, at.y);
      await waitForTitle(bed(), page, 'Magnitsky Act');
    });

    test('hovering a link shows the card, clicking it still follows the link', async () => {
      await visit(bed(), page, '<p>See the <a href="#there">Magnitsky Act</a></p>');
      await openOn(bed(), page, 'Magnitsky Act');
      const { x, y } = await middleOf(page, 'Magnitsky Act');
      await page.mouse.click(x, y);
      await waitFor('the link', () => page.evaluate(() => location.hash === '#there'));
      await waitForNoHost(page);
    });
  });

  describe('fade', () => {
    // Our own world's `animate` tells what it was asked for; the page has another one.
    async function watchFades() {
      await bed().session.inContent(page, () => {
        const real = Element.prototype.animate;
        const asked: unknown[] = [];
        Reflect.set(globalThis, 'askedFades', asked);
        Element.prototype.animate = function (frames, options) {
          asked.push([frames, (options as KeyframeAnimationOptions).duration]);
          return real.call(this, frames, options);
        };
      });
    }
    const readFades = async () => {
      const [answer] = await bed().session.inContent(
        page,
        () => Reflect.get(globalThis, 'askedFades') as unknown[],
      );
      return answer?.result;
    };

    test('in 90 ms, out 120 ms, opacity only', async () => {
      await visit(bed(), page, article);
      await middleOf(page, 'Magnitsky Act');
      await watchFades();
      await openOn(bed(), page, 'Magnitsky Act');
      await page.mouse.move(1000, 20);
      await waitForNoHost(page);
      expect(await readFades()).toEqual([
        [{ opacity: [0, 1] }, 90],
        [{ opacity: [1, 0] }, 120],
      ]);
    });
  });

  test('a card is asked for once and opened again from what was kept', async () => {
    await visit(bed(), page, article);
    await openOn(bed(), page, 'Magnitsky Act');
    await page.keyboard.press('Escape');
    await waitForNoHost(page);
    await page.mouse.move(1000, 20);
    await pause(40);
    await openOn(bed(), page, 'Magnitsky Act');
    const [said] = await inCard(
      bed().session,
      page,
      (root) => root.querySelector('[role="status"]') !== null,
    );
    expect(said).toBe(true);
  });
});
