import type { Frame, Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inCard, readMarks } from '../../src/cli/page-view.ts';
import { restPointerOn, waitForMark } from '../../src/cli/pointer.ts';
import { inProject } from '../../src/cli/project.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, keepScreen, listenToPage, waitForCard, waitForNoCard } from './harness.ts';

/** The page keeps every change that it can see from its first script on. */
const recorder = `<script>
  window.seen = [];
  new MutationObserver((records) => {
    if (window.isDone) for (const record of records) window.seen.push(record.type + ' ' + record.target.nodeName);
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  document.addEventListener('DOMContentLoaded', () => {
    window.isDone = true;
    window.asMade = document.documentElement.outerHTML;
  });
</script>`;

const news = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News</title>${recorder}</head><body>
  <h1>Sanctions</h1>
  <p>Lawmakers passed the <b>Magnitsky</b> <i>Act</i> in 2012.</p>
  <p style="margin-top: 30em">The Kremlin answered at once.</p>
</body></html>`;

async function hasPageChanged(page: Page): Promise<{ readonly same: boolean; readonly seen: string[] }> {
  return page.evaluate(() => {
    const { asMade, seen } = window as unknown as { asMade: string; seen: string[] };
    return { same: document.documentElement.outerHTML === asMade, seen };
  });
}

async function frameAt(page: Page, path: string): Promise<Frame> {
  return waitFor(`a frame at ${path}`, () => page.frames().find((frame) => frame.url().endsWith(path)));
}

async function markedWords(page: Page | Frame): Promise<string[]> {
  return (await readMarks(page)).map(({ text }) => text);
}

describeInBrowsers('reading', (bed) => {
  let page: Page;
  let said: string[];
  const open = async (url: string) => {
    page = await bed().session.newPage();
    said = listenToPage(page);
    await page.goto(url);
    return page;
  };

  afterEach(async () => {
    await page.close();
    // What one test switched off must not be off for the next.
    await bed().session.inExtension(async () => {
      const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as {
        storage: { local: { remove(key: string): Promise<void> } };
      };
      await api.storage.local.remove('settings');
    });
  });

  describe('a news page', () => {
    beforeEach(() => open(bed().site.put('/news', news)));

    test('P3 terms are marked across inline elements, and the page at rest has seen no change', async () => {
      await waitForMark(page, 'Magnitsky Act');
      await waitForMark(page, 'Kremlin');
      expect(await hasPageChanged(page)).toEqual({ same: true, seen: [] });
      expect(said).toEqual([]);
    });

    test('P4 P10 the pointer opens a card; closed, the page is as it was', async () => {
      await restPointerOn(page, 'Magnitsky Act');
      await waitForCard(bed(), page);
      await keepScreen(bed(), page, 'reading-card');
      const during = await hasPageChanged(page);
      expect(new Set(during.seen)).toEqual(new Set(['childList HTML']));
      await page.keyboard.press('Escape');
      await waitForNoCard(bed(), page);
      await waitFor('the host to be gone', async () => (await hasPageChanged(page)).same);
      expect(said).toEqual([]);
    });

    test('the card shows two sides, and a link to the passage of each', async () => {
      await restPointerOn(page, 'Magnitsky Act');
      const card = await waitForCard(bed(), page);
      expect(card.text).toContain('Magnitsky Act');
      const sides = await inCard(bed().session, page, (root) => {
        const first = root.querySelector('.positions');
        return [...(first?.children ?? [])].map((side) => ({
          words: side.textContent?.trim().length ?? 0,
          passages: [...side.querySelectorAll('a')].filter((link) => link.href.includes('#:~:text=')).length,
        }));
      });
      expect(sides[0]?.length).toBeGreaterThanOrEqual(2);
      for (const side of sides[0] ?? []) {
        expect(side.words).toBeGreaterThan(40);
        expect(side.passages).toBeGreaterThanOrEqual(1);
      }
    });
  });

  test('P26 frames of the same and of another origin are read, and open cards of their own', async () => {
    const { site } = bed();
    site.put(
      '/inner',
      '<!doctype html><p>The <em>Magnitsky</em> Act, in a frame.</p><p style="height:20em">',
    );
    const frames = `<iframe width="600" height="420" src="/inner"></iframe>
      <iframe width="600" height="420" src="${site.otherUrl('/inner')}"></iframe>`;
    await open(site.put('/frames', `<!doctype html><title>Frames</title><p>Two frames.</p>${frames}`));
    for (const origin of [site.url('/inner'), site.otherUrl('/inner')]) {
      const frame = await frameAt(page, origin);
      const { x, y } = await restPointerOn(page, 'Magnitsky Act', { frame });
      expect(await waitForCard(bed(), page)).toMatchObject({ frameUrl: origin });
      // Within the frame: Chromium tells a frame of another origin nothing of a pointer that a driver moves out of it.
      await page.mouse.move(x + 480, y + 20);
      await waitForNoCard(bed(), page);
    }
  });

  test('a page without words answers the toolbar, and words that come to it later are marked', async () => {
    const { session } = bed();
    await open(bed().site.put('/blank', '<!doctype html><title>Blank</title><body>'));
    const tab = await session.tabId(page);
    const popup = await session.openExtensionPage(`pages/toolbar/toolbar.html?tab=${tab}`);
    await waitFor('the toolbar to know the page', async () =>
      (await popup.evaluate(() => document.body.innerText)).includes('No terms that Sidelight knows'),
    );
    await popup.close();
    await open(bed().site.put('/later', '<!doctype html><title>Later</title><body><div></div>'));
    await page.evaluate(() => {
      const words = document.createElement('p');
      words.textContent = 'Of the Magnitsky Act, a little later.';
      document.querySelector('div')?.append(words);
    });
    await waitForMark(page, 'Magnitsky Act');
  });

  test('P21 a view that a page puts in place of another is marked, and the old marks are gone', async () => {
    await open(
      bed().site.put('/app', '<!doctype html><title>App</title><main><p>About the Kremlin.</p></main>'),
    );
    await waitForMark(page, 'Kremlin');
    await page.evaluate(() => {
      history.pushState({}, '', '/app/second');
      const text = document.createElement('p');
      text.textContent = 'About the Jackson-Vanik amendment.';
      document.querySelector('main')?.replaceChildren(text);
    });
    await waitForMark(page, 'Jackson-Vanik amendment');
    expect(await markedWords(page)).toEqual(['Jackson-Vanik amendment']);
  });

  test('a page under the strictest policy is marked and opens cards, without a report', async () => {
    const policy =
      "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    const body = '<!doctype html><title>Strict</title><p>The Magnitsky Act stands.</p>';
    await open(bed().site.put('/strict', { body, headers: { 'content-security-policy': policy } }));
    await restPointerOn(page, 'Magnitsky Act');
    const card = await waitForCard(bed(), page);
    expect(card.text).toContain('2012');
    await keepScreen(bed(), page, 'reading-strict');
    expect(said.filter((line) => !line.includes('favicon'))).toEqual([]);
  });

  test('P59 switched off in the toolbar, marks go at once; switched on, they come back', async () => {
    await open(bed().site.put('/news', news));
    await waitForMark(page, 'Magnitsky Act');
    const toolbar = await bed().session.openExtensionPage('pages/toolbar/toolbar.html');
    const press = () => toolbar.evaluate(() => document.querySelector<HTMLInputElement>('.switch')?.click());
    // A switch is pressed when it shows how things stand, as a reader would; pressed before, it says the same again.
    const waitForSwitch = (state: boolean) =>
      waitFor(`the switch to say ${state}`, () =>
        toolbar.evaluate((wanted) => {
          const found = document.querySelector<HTMLInputElement>('.switch');
          const shown = found?.getAttribute('aria-checked') ?? String(found?.checked);
          return found !== null && shown === String(wanted);
        }, state),
      );
    await waitForSwitch(true);
    await press();
    await waitFor('the marks to go', async () => (await readMarks(page)).length === 0);
    expect(await hasPageChanged(page)).toEqual({ same: true, seen: [] });
    await waitForSwitch(false);
    await press();
    await page.bringToFront();
    await waitForMark(page, 'Magnitsky Act');
    await toolbar.close();
  });

  test('the demonstration article has a dozen terms and more', async () => {
    bed().site.putFolder('/demo/', inProject('tests', 'fixtures', 'demo'));
    await open(bed().site.url('/demo/article.html'));
    await waitForMark(page, 'Jackson-Vanik amendment');
    const words = new Set(await markedWords(page));
    expect(words.size).toBeGreaterThanOrEqual(12);
    expect([...words]).toEqual(
      expect.arrayContaining(['Magnitsky Act', 'CAATSA', 'Kremlin', 'Sergei Magnitsky']),
    );
    await keepScreen(bed(), page, 'reading-demo');
  });
});
