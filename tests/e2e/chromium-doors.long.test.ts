import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inCard, readMarks } from '../../src/cli/page-view.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { type Bed, describeInBrowsers } from './harness.ts';
import { clearStorage, clickText, openArticle, textOf, waitForText } from './own-page.ts';

// Chromium's address bar, context menu and keyboard shortcuts are no page, so no driver reaches them: the browser's own
// events are fired at the worker instead, with what the browser would give. Popup and side panel are pages, and real
// here. firefox-doors.test.ts uses the real thing all through.

const OTHER = `<!doctype html><html lang="en"><title>Other</title><p>The Kremlin answered Freedom House.</p></html>`;

interface ChromeEvent {
  dispatch(...args: unknown[]): void;
}

/** What the functions below touch of the API in the worker. */
interface WorkerApi {
  readonly omnibox: { readonly onInputChanged: ChromeEvent; readonly onInputEntered: ChromeEvent };
  readonly contextMenus: { readonly onClicked: ChromeEvent; update(id: string, what: object): Promise<void> };
  readonly commands: { readonly onCommand: ChromeEvent };
  readonly tabs: { query(what: object): Promise<object[]> };
}

/** Runs in the worker, which is woken first where it sleeps. */
async function inWorker<T, A extends unknown[]>(
  { session }: Bed,
  fn: (...args: A) => T,
  ...args: A
): Promise<Awaited<T>> {
  await session.inExtension(async () => {
    type Runtime = { runtime: { sendMessage(what: object): Promise<unknown> } };
    await (globalThis as unknown as { chrome: Runtime }).chrome.runtime.sendMessage({}).catch(() => {});
  });
  const target = await session.browser.waitForTarget((one) => one.type() === 'service_worker');
  const worker = await target.worker();
  if (!worker) throw new Error('the worker is gone');
  return (await worker.evaluate(fn as never, ...args)) as Awaited<T>;
}

/** The page of ours whose address holds this, once the browser has opened it. */
async function waitForOwnPage({ session }: Bed, part: string): Promise<Page> {
  const target = await session.browser.waitForTarget((one) => one.url().includes(part), { timeout: 15_000 });
  return target.asPage();
}

describeInBrowsers(
  'the doors of',
  (bed) => {
    test('address bar: terms are suggested, the nearest name first, in marked-up text that is sound', async () => {
      const found = await inWorker(
        bed(),
        (text) => {
          const { omnibox } = (globalThis as unknown as { chrome: WorkerApi }).chrome;
          return new Promise<{ content: string; description: string }[]>((resolve) => {
            omnibox.onInputChanged.dispatch(text, resolve);
          });
        },
        'magnitsky',
      );
      expect(found[0]).toEqual({
        content: 'Magnitsky Act',
        description: 'Magnitsky Act · US law of 14 December 2012.',
      });
      for (const { description } of found) expect(description).not.toMatch(/[<>"']|&(?!amp;|apos;|quot;)/);
    });

    test.each([
      ['Magnitsky Act', '#/term/human-rights-sanctions/magnitsky-act'],
      ['#/source/human-rights-sanctions/lester-2013', '#/source/human-rights-sanctions/lester-2013'],
      ['who pays', '#/search/who%20pays'],
    ])('address bar: %s opens %s', async (text, address) => {
      await inWorker(
        bed(),
        (entered) => {
          const { omnibox } = (globalThis as unknown as { chrome: WorkerApi }).chrome;
          omnibox.onInputEntered.dispatch(entered, 'currentTab');
        },
        text,
      );
      const page = await waitForOwnPage(bed(), address);
      await page.close();
    });

    test('context menu: its line is there for selected words, which it looks up', async () => {
      const answer = await inWorker(bed(), async () => {
        const { contextMenus } = (globalThis as unknown as { chrome: WorkerApi }).chrome;
        // The browser knows the line by this name; it would refuse any other.
        await contextMenus.update('look-up', { contexts: ['selection'] });
        contextMenus.onClicked.dispatch({ menuItemId: 'look-up', selectionText: ' Magnitsky\n  Act ' });
        return contextMenus.update('another', {}).catch(String);
      });
      expect(answer).toContain('Cannot find menu item');
      const page = await waitForOwnPage(bed(), '#/search/Magnitsky%20Act');
      await waitForText(page, ' hit');
      await page.close();
    });

    test('commands: next, previous, on and off', async () => {
      await clearStorage(bed());
      const { article } = await openArticle(bed());
      await article.bringToFront();
      const peek = async () =>
        (
          await inCard(bed().session, article, (root) => root.querySelector('.peek')?.textContent ?? '')
        ).join();
      for (const [command, term] of [
        ['next', 'Magnitsky Act'],
        ['next', 'CAATSA'],
        ['previous', 'Magnitsky Act'],
      ] as const) {
        await runCommand(bed(), command);
        await waitFor(term, async () => (await peek()).includes(term));
      }
      await runCommand(bed(), 'toggle');
      await waitFor('no marks', async () => (await readMarks(article)).length === 0);
      await runCommand(bed(), 'toggle');
      await waitFor('marks', async () => (await readMarks(article)).length > 0);
      await article.close();
    });

    test('commands: the side panel, which the browser refuses without a real key, opens as a tab of that page', async () => {
      const { article, tab } = await openArticle(bed());
      await article.bringToFront();
      await runCommand(bed(), 'panel');
      const panel = await waitForOwnPage(bed(), `panel.html?tab=${tab}`);
      await waitForText(panel, 'Before you read');
      await panel.close();
      await article.close();
    });

    test('options list the keys and open the browser’s page for them', async () => {
      const { session } = bed();
      const options = await session.openExtensionPage('pages/options/options.html');
      await waitForText(options, 'Next term');
      const listed = await options.evaluate(() =>
        [...document.querySelectorAll('.keys > div')].map((line) =>
          [...line.children].map(({ textContent }) => textContent),
        ),
      );
      expect(listed).toEqual([
        ['Next term', 'Alt+.'],
        ['Previous term', 'Alt+,'],
        ['Side panel', 'Alt+Shift+.'],
        ['Sidelight on or off', 'none'],
      ]);
      await clickText(options, 'button', 'Change these keys');
      const keys = await waitForOwnPage(bed(), 'chrome://extensions/shortcuts');
      await keys.close();
      await options.close();
    });

    test('the side panel opens by a click in the popup and follows the tab in front', async () => {
      const { session, site } = bed();
      const { article, tab } = await openArticle(bed());
      const popup = await session.openExtensionPage(`pages/toolbar/toolbar.html?tab=${tab}`);
      // The popup closes itself, so the click must not wait for an answer.
      await clickText(popup, 'nav button', 'Side panel').catch(() => {});
      const target = await session.browser.waitForTarget((one) => one.url().endsWith('panel.html'));
      const panel = await target.asPage();
      await article.bringToFront();
      await waitForText(panel, 'Dima Yakovlev law');
      const other = await session.newPage(site.put('/other', OTHER));
      await waitForText(panel, 'Freedom House');
      expect(await textOf(panel)).not.toContain('Dima Yakovlev law');
      await article.bringToFront();
      await waitForText(panel, 'Dima Yakovlev law');
      await article.goto(site.url('/other'));
      await waitForText(panel, 'Freedom House');
      await panel.close();
      await other.close();
      await article.close();
    });
  },
  { only: 'chromium' },
);

/** As when its key is pressed in the tab in front. */
async function runCommand(bed: Bed, command: string): Promise<void> {
  await inWorker(
    bed,
    async (name) => {
      const { commands, tabs } = (globalThis as unknown as { chrome: WorkerApi }).chrome;
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      commands.onCommand.dispatch(name, tab);
    },
    command,
  );
}
