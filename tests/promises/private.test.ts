import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { restPointerOn } from '../../src/cli/pointer.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { clickInCard } from '../e2e/card-page.ts';
import { type Bed, describeInBrowsers, listenToPage, waitForCard, waitForNoCard } from '../e2e/harness.ts';
import { clickText, readStorage, textOf, waitForText } from '../e2e/own-page.ts';
import { addPack, openOptions, readDatabases, removePack } from '../e2e/pack-page.ts';
import { plainPack, sealedFile, TELEGRAPH } from '../fixtures/telegraph.ts';

const news =
  '<!doctype html><title>News</title><p style="margin:4em">The Magnitsky Act.</p><p>The Kremlin.</p>';

/** A tab in a private window of its own. */
async function openPrivately({ session }: Bed, url: string): Promise<Page> {
  await session.inExtension((address) => {
    type Api = { windows: { create(how: object): Promise<unknown> } };
    const { browser, chrome } = globalThis as never as Record<string, Api>;
    return (browser ?? chrome)?.windows.create({ incognito: true, url: address }).then(() => true);
  }, url);
  return waitFor('the private window', async () => {
    for (const page of await session.browser.pages()) {
      // What the driver itself knows of a page of the extension's there is no address.
      const address = await page.evaluate(() => location.href).catch(() => '');
      if (address === url) return page;
    }
    return undefined;
  });
}

describeInBrowsers(
  'a private window',
  (bed) => {
    test('P63 P12 its pages are read, a card opens, and nothing is kept of it', async () => {
      const before = [await readStorage(bed()), await readDatabases(bed())];
      const page = await openPrivately(bed(), bed().site.put('/private', news));
      const said = listenToPage(page);
      await waitFor('marks', async () => (await readMarks(page)).length === 2);
      await restPointerOn(page, 'Magnitsky Act');
      expect((await waitForCard(bed(), page)).text).toContain('Law of the United States, 2012');
      await page.keyboard.press('Escape');
      await waitForNoCard(bed(), page);
      expect([await readStorage(bed()), await readDatabases(bed())]).toEqual(before);
      expect(said).toEqual([]);
      await page.close();
    });

    test('P63 a term that is muted there is muted everywhere, as the reader chose', async () => {
      const { session, site } = bed();
      const page = await openPrivately(bed(), site.put('/muted', news));
      const other = await session.newPage(site.put('/other', news));
      await waitFor('marks', async () => (await readMarks(other)).length === 2);
      await page.bringToFront();
      await restPointerOn(page, 'Magnitsky Act');
      await waitForCard(bed(), page);
      await clickInCard(bed(), page, 'Why');
      await clickInCard(bed(), page, 'Mute this term');
      for (const each of [page, other]) {
        await waitFor(
          'one mark less',
          async () => (await readMarks(each)).map(({ text }) => text).join() === 'Kremlin',
        );
      }
    });
  },
  { inPrivateWindows: true },
);

// Chrome opens an extension's own pages in no private window.
describeInBrowsers(
  'a page of the extension’s in a private window',
  (bed) => {
    test('P63 the options there leave packs as they are', async () => {
      const { session, site } = bed();
      const options = await openOptions(bed());
      await addPack(options, sealedFile(plainPack(TELEGRAPH)), 'The telegraph');
      const before = [await readStorage(bed()), await readDatabases(bed())];
      const address = `${session.extensionUrl.replace(/\/$/, '')}/pages/options/options.html?private`;
      const page = await openPrivately(bed(), address);
      await waitForText(page, 'your packs can’t be seen or changed');
      expect(await textOf(page)).not.toContain('Add a pack');
      const article = await openPrivately(bed(), site.put('/wires', `${news}<p>Morse code.</p>`));
      await waitFor('marks', async () => (await readMarks(article)).length === 3);
      expect([await readStorage(bed()), await readDatabases(bed())]).toEqual(before);
      await article.close();
      // A file's settings are taken over, and what is known of packs is said.
      await page.evaluate(giveSettings);
      await clickText(page, '.preview button.main', 'Take it over');
      await waitForText(page, 'The file was taken over. Packs are left out');
      await clickText(page, 'button', 'Reset everything');
      await clickText(page, '.preview button.main', 'Reset');
      await waitForText(page, 'Everything is as it was after installing. Packs are left out');
      expect(await readDatabases(bed())).toBe(before[1]);
      await page.close();
      await options.bringToFront();
      await removePack(options);
      await options.close();
    });
  },
  { inPrivateWindows: true, only: 'firefox' },
);

/** Chooses a file with a setting and with one of the packs that come with Sidelight. */
function giveSettings(): void {
  const field = document.querySelector<HTMLInputElement>('input[accept^="application/json"]');
  if (!field) throw new Error('no field for a file');
  const now = {
    ...{ content: 'a'.repeat(64), version: '1', title: 'The telegraph', publisher: 'P', language: 'en' },
    ...{ licence: 'CC0', terms: 1, sources: 0, questions: 0, bytes: 10, at: 0 },
  };
  const packs = [{ id: 'telegraph', on: true, origin: { type: 'bundled' }, now }];
  const whole = { type: 'sidelight-settings', format: 1, settings: { density: 'all' }, packs, files: {} };
  const files = new DataTransfer();
  files.items.add(new File([JSON.stringify(whole)], 'settings.json', { type: 'application/json' }));
  field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
