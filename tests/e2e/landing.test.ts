import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inCard, readMarks } from '../../src/cli/page-view.ts';
import { inProject } from '../../src/cli/project.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import type { Pack } from '../../src/core/types.ts';
import { findAccessFaults } from './axe.ts';
import {
  article,
  clickInCard,
  hasHost,
  middleOf,
  openOn,
  pause,
  restOn,
  set,
  visit,
  waitForBox,
  waitForNoHost,
} from './card-page.ts';
import { type Bed, describeInBrowsers, waitForCard } from './harness.ts';

/** Longer than the page is given before the words count as gone. */
const goneAfterMs = 3500;

function readPack(): Pack {
  return JSON.parse(
    readFileSync(inProject('dist', 'chrome', 'packs', 'human-rights-sanctions.json'), 'utf8'),
  );
}

/** A page in the place of a source's, in words of ours: of the source nothing but what the body names. */
function standIn(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Stand-in</title></head>
    <body><p>The Magnitsky Act is spoken of here.</p>${body}</body></html>`;
}

async function serveAt(page: Page, url: string, html: string): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.url().startsWith(url))
      void request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html });
    else void request.respond({ status: 404, body: '' });
  });
  await page.goto(url);
}

/** What the card says to the background when a reader clicks on a citation, from a page that has one. */
async function follow(bed: Bed, page: Page, url: string, quote: string): Promise<void> {
  await visit(bed, page, article);
  const [said] = await bed.session.inContent(
    page,
    (address, words) => {
      type Api = { runtime: { sendMessage(message: object): Promise<unknown> } };
      const { browser, chrome } = globalThis as never as Record<string, Api>;
      return (browser ?? chrome)?.runtime.sendMessage({
        type: 'citation.follow',
        url: address,
        quote: words,
      });
    },
    url,
    quote,
  );
  expect(said?.result).toBe(true);
}

async function askLanding({ session }: Bed, page: Page, message: object): Promise<unknown> {
  return session.inExtension(
    (id, asked) => {
      type Api = { tabs: { sendMessage(id: number, message: object): Promise<unknown> } };
      const { browser, chrome } = globalThis as never as Record<string, Api>;
      return (browser ?? chrome)?.tabs.sendMessage(id, asked);
    },
    await session.tabId(page),
    message,
  );
}

function quoted(page: Page, words: string) {
  return waitFor(`a mark on "${words}"`, async () =>
    (await readMarks(page)).find(({ text }) => text === words),
  );
}

const filler = '<p style="height: 1400px">Some other matter stands here.</p>';

describeInBrowsers('landing', (bed) => {
  const source = readPack().sources.find(({ id }) => id === 'lester-2013');
  const url = source?.url ?? '';
  let page: Page;
  beforeEach(async () => {
    page = await bed().session.newPage();
  });
  afterEach(async () => {
    await page.close();
    await set(bed(), {});
  });

  describe('arriving by a citation', () => {
    const quote = 'nothing but seven plain words stand here';

    test('finds the words exactly, brings them into view and marks them', async () => {
      await follow(bed(), page, url, quote);
      await serveAt(
        page,
        url,
        standIn(`${filler}<p>Then <b>nothing but</b> seven plain words stand here.</p>`),
      );
      const mark = await quoted(page, quote);
      await waitFor('the words in view', async () => {
        const [seen] = (await readMarks(page)).filter(({ text }) => text === mark.text);
        return seen && seen.y > 0 && seen.y < 900;
      });
      await pause(goneAfterMs);
      expect(await hasHost(page)).toBe(false);
    });

    test('finds them where a word has been changed', async () => {
      await follow(bed(), page, url, quote);
      await serveAt(page, url, standIn(`${filler}<p>Then nothing but eight plain words stand here.</p>`));
      await quoted(page, 'nothing but eight plain words stand here');
    });

    test('finds them when the page draws itself late', async () => {
      await follow(bed(), page, url, quote);
      const script = `setTimeout(() => { document.querySelector('#late').textContent = 'Here ${quote}.'; }, 700)`;
      await serveAt(page, url, standIn(`${filler}<p id="late"></p><script>${script}</script>`));
      await quoted(page, quote);
      expect(await hasHost(page)).toBe(false);
    });

    test('says when they are gone, offers the archived copy, and leaves the page as it was', async () => {
      await follow(bed(), page, url, quote);
      await serveAt(page, url, standIn('<p>All has been written anew.</p>'));
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      const [bar] = await waitFor('the bar', async () => {
        const seen = await inCard(bed().session, page, (root) => ({
          text: root.textContent,
          href: root.querySelector('a')?.href,
          rel: root.querySelector('a')?.rel,
        }));
        return seen.length > 0 ? seen : undefined;
      });
      expect(bar?.text).toContain('no longer on this page');
      expect(bar).toMatchObject({ href: source?.archivedUrl, rel: 'noopener noreferrer' });
      await clickInCard(bed(), page, 'Close');
      await waitForNoHost(page);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    });

    test('who comes by another way is told nothing', async () => {
      await serveAt(page, url, standIn('<p>All has been written anew.</p>'));
      await pause(goneAfterMs);
      expect(await hasHost(page)).toBe(false);
    });
  });

  describe('on a source itself', () => {
    const pack = readPack();
    const claims = pack.questions.flatMap(({ positions }) => positions.flatMap((one) => one.claims));
    const disputed = claims.filter((claim) => claim.source === source?.id && claim.opposedBy.length > 0);
    const [first] = disputed;
    const anchor = first?.citations[0].quote ?? '';
    const others = claims.filter((claim) => first?.opposedBy.includes(claim.id));

    test('words that others dispute are marked and open to the answers', async () => {
      await serveAt(page, url, standIn(`<p>Somebody wrote: ${anchor}. So it was.</p>`));
      await quoted(page, anchor);
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      await restOn(page, anchor);
      const card = await waitForCard(bed(), page);
      expect(card.text).toContain(first?.text);
      expect(card.text).toContain('What others answer');
      for (const { text } of others) expect(card.text).toContain(text);
      await page.keyboard.press('Escape');
      await waitForNoHost(page);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    });

    test('words that a dialog covers for longer than they are waited for are marked when it goes', async () => {
      const covered = `<main aria-hidden="true"><p>Somebody wrote: ${anchor}. So it was.</p></main>`;
      await serveAt(page, url, standIn(covered));
      await pause(goneAfterMs);
      expect((await readMarks(page)).map(({ text }) => text)).not.toContain(anchor);
      await page.evaluate(() => document.querySelector('main')?.removeAttribute('aria-hidden'));
      await quoted(page, anchor);
    });

    test('the keyboard walks to them and opens them', async () => {
      await serveAt(page, url, standIn(`${filler}<p>Somebody wrote: ${anchor}. So it was.</p>`));
      await quoted(page, anchor);
      expect(await askLanding(bed(), page, { type: 'landing.query' })).toEqual({ disputed: 1 });
      expect(await askLanding(bed(), page, { type: 'landing.go', to: 'disputed' })).toBe(true);
      await waitFor('the stop', () => hasHost(page));
      await page.keyboard.press('Enter');
      await waitFor('the answers', async () =>
        (await waitForCard(bed(), page)).text.includes('What others answer'),
      );
    });

    test('the answers take the size of type and the width that the reader chose', async () => {
      await set(bed(), { pace: 'fast' });
      await serveAt(page, url, standIn(`<p>Somebody wrote: ${anchor}. So it was.</p>`));
      const measure = async () => {
        await page.mouse.move(2, 2);
        await page.goto(url);
        await openOn(bed(), page, anchor);
        const [size] = await inCard(bed().session, page, (root) => {
          const card = root.querySelector('.card') as HTMLElement;
          const claim = root.querySelector('.argument') as HTMLElement;
          return { px: Number.parseFloat(getComputedStyle(claim).fontSize), width: card.offsetWidth };
        });
        return size ?? { px: 0, width: 0 };
      };
      const normal = await measure();
      await set(bed(), { pace: 'fast', fontSize: 150, cardWidth: 140 });
      const chosen = await measure();
      expect([chosen.px / normal.px, chosen.width / normal.width]).toEqual([1.5, 1.4]);
    });

    test('a finger opens them as a sheet, which Back closes', async () => {
      await page.setViewport({ width: 390, height: 780 });
      await serveAt(page, url, standIn(`<p>Somebody wrote: ${anchor}. So it was.</p>`));
      const { x, y } = await middleOf(page, anchor);
      await page.touchscreen.tap(x, y);
      const box = await waitForBox(bed(), page);
      expect([Math.round(box.bottom), Math.round(box.bottom - box.top)]).toEqual([780, 273]);
      expect(await findAccessFaults(bed(), page)).toEqual([]);
      await page.keyboard.down('Control');
      await page.keyboard.press('Escape');
      await page.keyboard.up('Control');
      await waitForNoHost(page);
    });

    test.each(['light', 'dark'])(
      'axe finds nothing in the answers, nor in the bar, %s',
      async (appearance) => {
        await set(bed(), { pace: 'fast', appearance });
        await follow(bed(), page, url, 'seven words that are nowhere on it');
        await serveAt(page, url, standIn(`<p>Somebody wrote: ${anchor}. So it was.</p>`));
        await openOn(bed(), page, anchor);
        expect(await findAccessFaults(bed(), page)).toEqual([]);
        await page.keyboard.press('Escape');
        await waitFor('the bar', async () =>
          (await inCard(bed().session, page, (root) => root.querySelector('.gone-bar') !== null)).includes(
            true,
          ),
        );
        expect(await findAccessFaults(bed(), page)).toEqual([]);
      },
    );

    test("the toolbar's buttons go to the words and on to what others dispute", async () => {
      const quote = 'nothing but seven plain words stand here';
      await follow(bed(), page, url, quote);
      await serveAt(
        page,
        url,
        standIn(
          `<p>Then ${quote}.</p>${filler}${filler}<p>Somebody wrote: ${anchor}. So it was.</p>${filler}`,
        ),
      );
      await quoted(page, quote);
      await quoted(page, anchor);
      const tab = await bed().session.tabId(page);
      // The popup closes itself after its errand, so each press has one of its own, and is not waited for.
      const press = async (words: string) => {
        const popup = await bed().session.openExtensionPage(`pages/toolbar/toolbar.html?tab=${tab}`);
        await waitFor(`the button “${words}”`, () =>
          popup.evaluate((text) => {
            const found = [...document.querySelectorAll('button')].find(
              ({ textContent }) => textContent === text,
            );
            if (found) setTimeout(() => found.click());
            return found !== undefined;
          }, words),
        );
        // Refused as long as the popup is on its way out.
        await waitFor('the page in front', async () => {
          await page.bringToFront();
          return true;
        });
      };
      await press('Next disputed passage');
      await waitFor('the stop', () => hasHost(page));
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
      await press('Go to the quotation');
      await waitFor('the words in view', () => page.evaluate(() => scrollY < 300));
    });

    test('what stands on no source is not marked as disputed', async () => {
      await visit(bed(), page, `<p>The Magnitsky Act. Somebody wrote: ${anchor}.</p>`);
      await quoted(page, 'Magnitsky Act');
      await pause(500);
      expect((await readMarks(page)).map(({ text }) => text)).not.toContain(anchor);
    });
  });

  test("a reader's click on a citation in a card is remembered", async () => {
    await visit(bed(), page, article);
    const before = await bed().session.browser.pages();
    await openOn(bed(), page, 'Magnitsky Act');
    await clickInCard(bed(), page, '¶');
    const [followed] = await waitFor('the citation to be kept', async () => {
      const kept = await bed().session.inExtension(async () => {
        type Api = { storage: { session: { get(key: string): Promise<Record<string, unknown>> } } };
        const { browser, chrome } = globalThis as never as Record<string, Api>;
        return (await (browser ?? chrome)?.storage.session.get('citations.followed'))?.['citations.followed'];
      });
      return Array.isArray(kept) && kept.length > 0 ? (kept as { url: string; quote: string }[]) : undefined;
    });
    const quotes = readPack().questions.flatMap(({ positions }) =>
      positions.flatMap(({ claims }) => claims.flatMap(({ citations }) => citations.map((one) => one.quote))),
    );
    expect(quotes).toContain(followed?.quote);
    for (const other of await bed().session.browser.pages()) if (!before.includes(other)) await other.close();
  });
});
