import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { inCard, readMarks } from '../../src/cli/page-view.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { tinyPdf } from '../fixtures/tiny-pdf.ts';
import { findBox, pause } from './card-page.ts';
import {
  clickMenuItem,
  closeSidebar,
  inFirefoxWindow,
  pressInWindow,
  readFrontAddress,
  readSidebar,
  readSuggestions,
  takeSuggestion,
  typeAddress,
} from './firefox-window.ts';
import { type Bed, describeInBrowsers } from './harness.ts';
import { clearStorage, clickText, openArticle, storeSettings, waitForText } from './own-page.ts';

// The doors that Firefox itself has, used as a reader does: its address bar, context menu, keys and sidebar. Chromium's
// are out of a driver's reach; chromium-doors.test.ts fires their events at the worker instead.

const LOOK_UP = 'Look up in Sidelight';
const OTHER = `<!doctype html><html lang="en"><title>Other</title><p>The Kremlin answered Freedom House.</p></html>`;

const waitForAddress = ({ session }: Bed, part: string): Promise<string> =>
  waitFor(`a tab at …${part}`, async () => {
    const address = await readFrontAddress(session);
    return address.includes(part) ? address : undefined;
  });

/** What stands beside the term that the keys have come to. */
const readPeek = async ({ session }: Bed, page: Page): Promise<string> =>
  (await inCard(session, page, (root) => root.querySelector('.peek')?.textContent ?? '')).join();

const readPanel = ({ session }: Bed): Promise<string> =>
  session.inExtension(() => {
    type Views = { extension: { getViews(what: object): Window[] } };
    const [view] = (globalThis as unknown as { browser: Views }).browser.extension.getViews({
      type: 'sidebar',
    });
    return view?.document.body?.innerText ?? '';
  });

async function lookUpByMenu(bed: Bed): Promise<void> {
  await waitFor('the menu’s line', async () => (await clickMenuItem(bed.session, LOOK_UP)) === null);
}

describeInBrowsers(
  'the doors of',
  (bed) => {
    // Tabs that the browser itself opened are not the driver's to close.
    afterEach(() =>
      bed().session.inExtension(async () => {
        type Tabs = {
          query(what: object): Promise<{ id: number; url?: string }[]>;
          remove(ids: number[]): Promise<void>;
        };
        const { tabs } = (globalThis as unknown as { browser: { tabs: Tabs } }).browser;
        const own = (await tabs.query({})).filter(({ url }) => url?.includes('/pages/'));
        await tabs.remove(own.map(({ id }) => id));
      }),
    );

    test('address bar: “sl magnitsky” lists terms, the nearest name first; one taken opens its page', async () => {
      const { session } = bed();
      await typeAddress(session, 'sl magnitsky');
      const lines = await waitFor('suggestions', async () => {
        const found = await readSuggestions(session);
        return found.length > 2 ? found : undefined;
      });
      expect(lines[1]).toMatch(/^Magnitsky Act · US law of 14 December 2012\./);
      await takeSuggestion(session, 1);
      await waitForAddress(bed(), '#/term/human-rights-sanctions/magnitsky-act');
    });

    test('address bar: any words go to the library’s search', async () => {
      const { session } = bed();
      await typeAddress(session, 'sl who pays for sanctions');
      await waitFor('the first line', async () =>
        (await readSuggestions(session)).some((line) => line.includes('in the library')),
      );
      await takeSuggestion(session, 0);
      await waitForAddress(bed(), '#/search/who%20pays%20for%20sanctions');
    });

    test('context menu: words selected on a page', async () => {
      const { article } = await openArticle(bed());
      await article.evaluate(() => {
        const text = document.querySelector('p')?.firstChild;
        if (text) getSelection()?.setBaseAndExtent(text, 4, text, 17);
      });
      await article.mouse.click(...(await middleOfSelection(article)), { button: 'right' });
      await lookUpByMenu(bed());
      await waitForAddress(bed(), '#/search/Magnitsky%20Act');
      await article.close();
    });

    test('context menu: words selected in an editor', async () => {
      const { session, site } = bed();
      const page = await session.newPage(
        site.put('/editor', '<!doctype html><title>x</title><textarea>CAATSA</textarea>'),
      );
      await page.evaluate(() => document.querySelector('textarea')?.select());
      await page.click('textarea', { button: 'right', offset: { x: 20, y: 12 } });
      await lookUpByMenu(bed());
      await waitForAddress(bed(), '#/search/CAATSA');
      await page.close();
    });

    test('context menu: words selected in a PDF file', async () => {
      const { session, site } = bed();
      const page = await session.newPage(
        site.put('/law.pdf', {
          body: tinyPdf('Jackson-Vanik'),
          headers: { 'content-type': 'application/pdf' },
        }),
      );
      const word = await waitFor('the text of the PDF', () => page.$('.textLayer span'));
      await word.click({ count: 3 });
      await word.click({ button: 'right' });
      await lookUpByMenu(bed());
      await waitForAddress(bed(), '#/search/Jackson-Vanik');
      await page.close();
    });

    test('menu and address bar speak the language that the reader chose', async () => {
      const { session } = bed();
      await storeSettings(bed(), { language: 'de' });
      const { article } = await openArticle(bed());
      await article.evaluate(() => {
        const text = document.querySelector('p')?.firstChild;
        if (text) getSelection()?.setBaseAndExtent(text, 4, text, 17);
      });
      await article.mouse.click(...(await middleOfSelection(article)), { button: 'right' });
      await waitFor(
        'the menu’s line',
        async () => (await clickMenuItem(session, 'In Sidelight nachschlagen')) === null,
      );
      await waitForAddress(bed(), '#/search/Magnitsky%20Act');
      // The first letters may still meet the browser's own language.
      await waitFor('the first line', async () => {
        await typeAddress(session, 'sl who pays');
        await pause(300);
        return (await readSuggestions(session)).some((line) => line.includes('in der Bibliothek'));
      });
      await clearStorage(bed());
      await article.close();
    });

    test('no line in the menu where nothing is selected', async () => {
      const { article } = await openArticle(bed());
      await article.evaluate(() => getSelection()?.removeAllRanges());
      await article.mouse.click(400, 500, { button: 'right' });
      const lines = await waitFor('the menu', async () => {
        const answer = await clickMenuItem(bed().session, LOOK_UP);
        return answer === 'not open' ? undefined : (answer ?? 'clicked');
      });
      expect(lines).not.toContain(LOOK_UP);
      expect(lines).not.toBe('clicked');
      await inFirefoxWindow(bed().session, () => {
        (
          document.getElementById('contentAreaContextMenu') as HTMLElement & { hidePopup(): void }
        ).hidePopup();
        return null;
      });
      await article.close();
    });

    test('keys: next and previous term, and Enter opens its card', async () => {
      const { session } = bed();
      const { article } = await openArticle(bed());
      await article.bringToFront();
      await pressInWindow(session, 'Alt+.', 'Period', 190);
      await waitFor('the first term', async () => (await readPeek(bed(), article)).includes('Magnitsky Act'));
      await pressInWindow(session, 'Alt+.', 'Period', 190);
      await waitFor('the second', async () => (await readPeek(bed(), article)).includes('CAATSA'));
      await pressInWindow(session, 'Alt+,', 'Comma', 188);
      await waitFor('the first again', async () =>
        (await readPeek(bed(), article)).includes('Magnitsky Act'),
      );
      await article.keyboard.press('Enter');
      await waitFor('its card', async () => (await findBox(bed(), article))?.title === 'Magnitsky Act');
      await article.close();
    });

    test('keys: a command without a key gets one, is listed with it, and switches Sidelight off and on', async () => {
      const { session } = bed();
      await clearStorage(bed());
      const { article } = await openArticle(bed());
      const options = await session.openExtensionPage('pages/options/options.html');
      await waitForText(options, 'Alt+.');
      expect(await readKeys(options)).toEqual([
        ['Next term', 'Alt+.'],
        ['Previous term', 'Alt+,'],
        ['Side panel', 'Alt+Shift+.'],
        ['Sidelight on or off', 'none'],
      ]);
      await session.inExtension(async () => {
        type Commands = { update(what: object): Promise<void> };
        const { commands } = (globalThis as unknown as { browser: { commands: Commands } }).browser;
        await commands.update({ name: 'toggle', shortcut: 'Alt+Shift+9' });
      });
      await article.bringToFront();
      await pressInWindow(session, 'Alt+Shift+9', 'Digit9', 57);
      await waitFor('no marks', async () => (await readMarks(article)).length === 0);
      await pressInWindow(session, 'Alt+Shift+9', 'Digit9', 57);
      await waitFor('marks', async () => (await readMarks(article)).length > 0);
      await options.bringToFront();
      await waitForText(options, 'Alt+Shift+9');
      await clickText(options, 'button', 'Change these keys');
      await waitForAddress(bed(), 'about:addons');
      await article.close();
      await options.close();
    });

    test('keys: the side panel opens as a sidebar and follows the tab in front', async () => {
      const { session, site } = bed();
      const { article } = await openArticle(bed());
      await article.bringToFront();
      await pressInWindow(session, 'Alt+Shift+>', 'Period', 190);
      await waitFor('the sidebar', async () => (await readSidebar(session)).includes('sidelight'));
      await waitFor('its terms', async () => (await readPanel(bed())).includes('Dima Yakovlev law'));
      const other = await session.newPage(site.put('/other', OTHER));
      await waitFor('the terms of the other tab', async () => {
        const text = await readPanel(bed());
        return text.includes('Freedom House') && !text.includes('Dima Yakovlev law');
      });
      await article.bringToFront();
      await waitFor('the first tab’s again', async () =>
        (await readPanel(bed())).includes('Dima Yakovlev law'),
      );
      await article.goto(site.url('/other'));
      await waitFor('the new page’s', async () => (await readPanel(bed())).includes('Freedom House'));
      await closeSidebar(session);
      await other.close();
      await article.close();
    });
  },
  { only: 'firefox' },
);

function middleOfSelection(page: Page): Promise<[number, number]> {
  return page.evaluate(() => {
    const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
    if (!box) throw new Error('nothing is selected');
    return [box.x + box.width / 2, box.y + box.height / 2] as [number, number];
  });
}

/** Commands and their keys, as the options list them. */
function readKeys(options: Page): Promise<(readonly [string, string])[]> {
  return options.evaluate(() =>
    [...document.querySelectorAll('.keys > div')].map(
      (line) =>
        [line.querySelector('dt')?.textContent ?? '', line.querySelector('dd')?.textContent ?? ''] as const,
    ),
  );
}
