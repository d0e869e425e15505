import { expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { pause } from './card-page.ts';
import { type Bed, describeInBrowsers } from './harness.ts';
import { clickText, expectAccessible, waitForText } from './own-page.ts';

// Firefox lets a reader withhold the permission to read pages, at installing or later. Chromium always grants it here.

const NEWS =
  '<!doctype html><html lang="en"><title>News</title><p>Lawmakers passed the Magnitsky Act.</p></html>';

interface PermissionsApi {
  readonly permissions: { remove(what: object): Promise<boolean> };
  readonly tabs: { query(what: object): Promise<{ readonly id: number; readonly active: boolean }[]> };
}

const withhold = ({ session }: Bed): Promise<boolean> =>
  session.inExtension(() => {
    const { permissions } = (globalThis as unknown as { browser: PermissionsApi }).browser;
    return permissions.remove({ origins: ['<all_urls>'] });
  });

const findFrontTab = ({ session }: Bed): Promise<number | undefined> =>
  session.inExtension(async () => {
    const { tabs } = (globalThis as unknown as { browser: PermissionsApi }).browser;
    return (await tabs.query({ active: true }))[0]?.id;
  });

describeInBrowsers(
  'the permission to read pages, withheld,',
  (bed) => {
    test('is asked for in the popup by one click, and the page in front is read then', async () => {
      const { session, site } = bed();
      await withhold(bed());
      const article = await session.newPage(site.put('/withheld', NEWS));
      await pause(600);
      expect(await readMarks(article)).toEqual([]);
      const popup = await session.openExtensionPage(
        `pages/toolbar/toolbar.html?tab=${await findFrontTab(bed())}`,
      );
      await waitForText(popup, 'The browser has not yet let Sidelight read pages.');
      await expectAccessible(popup);
      await clickText(popup, 'button.main', 'Allow');
      await waitFor('the mark', async () => (await readMarks(article)).length === 1);
      await waitForText(popup, '1 term on this page');
      await popup.close();
      await article.close();
    });

    test('is asked for on the last screen of the welcome page', async () => {
      const { session, site } = bed();
      await withhold(bed());
      const before = await session.newPage(site.put('/before', NEWS));
      const page = await session.openExtensionPage('pages/welcome/welcome.html');
      await clickText(page, 'button.main', 'Next');
      await clickText(page, 'button.main', 'Next');
      await waitForText(page, 'The browser has not yet let Sidelight read pages.');
      await clickText(page, '.ask button', 'Allow');
      await waitFor('the question to go', () => page.evaluate(() => !document.querySelector('.ask')));
      // A page that was open all along is read without being loaded again.
      await waitFor('its mark', async () => (await readMarks(before)).length === 1);
      await before.close();
      const article = await session.newPage(site.put('/granted', NEWS));
      await waitFor('the mark', async () => (await readMarks(article)).length === 1);
      await article.close();
      await page.close();
    });
  },
  {
    only: 'firefox',
    prefs: {
      'extensions.originControls.grantByDefault': true,
      'extensions.webextOptionalPermissionPrompts': false,
    },
  },
);
