import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, listenToPage } from './harness.ts';
import {
  clearStorage,
  clickText,
  expectAccessible,
  openDrawn,
  storeSettings,
  textOf,
  waitForText,
} from './own-page.ts';
import { removePack } from './pack-page.ts';

// The library's addresses as a reader goes through them: back and forth, by odd words, to what is not there.

const PACK = 'human-rights-sanctions';

const goTo = (page: Page, address: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, address);

const waitForTitle = (page: Page, title: string): Promise<unknown> =>
  waitFor(`the title ${title}`, () => page.evaluate((wanted) => document.title === wanted, title));

const readBox = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLInputElement>('input[type=search]')?.value ?? '');

/** Goes back one step as the browser's button does, whatever has the focus. */
const goBack = (page: Page): Promise<void> => page.evaluate(() => history.back());

describeInBrowsers('the library', (bed) => {
  test('every place names itself in its tab, in the reader’s language', async () => {
    await clearStorage(bed());
    const page = await openDrawn(bed(), 'library', 0);
    for (const [address, title] of [
      [`#/term/${PACK}/caatsa`, 'CAATSA · Sidelight library'],
      [`#/term/${PACK}/nothing`, 'Sidelight library'],
      ['#/who', 'Who says what · Sidelight library'],
      [`#/source/${PACK}/lester-2013`, 'The Wrong Way to Do Human Rights · Sidelight library'],
      ['#/search/kremlin', 'kremlin · Sidelight library'],
      ['#/timeline', 'Timeline · Sidelight library'],
      ['#/', 'Sidelight library'],
    ] as const) {
      await goTo(page, address);
      await waitForTitle(page, title);
    }
    await storeSettings(bed(), { language: 'de' });
    await waitForTitle(page, 'Sidelight-Bibliothek');
    await goTo(page, `#/term/${PACK}/caatsa`);
    await waitForTitle(page, 'CAATSA · Sidelight-Bibliothek');
    await storeSettings(bed(), {});
    await waitForTitle(page, 'CAATSA · Sidelight library');
    await page.close();
  });

  test('back and forward bring the words in the search box along, also while it has the focus', async () => {
    const page = await openDrawn(bed(), 'library', 0);
    await page.bringToFront();
    await goTo(page, '#/who');
    await waitForText(page, 'As a table');
    await page.keyboard.press('/');
    await page.keyboard.type('  kremlin ');
    await waitForText(page, ' hit');
    expect(await readBox(page)).toBe('  kremlin ');
    for (let left = 10; left > 0; left -= 1) await page.keyboard.press('Backspace');
    await waitForText(page, 'Questions in dispute');
    await page.keyboard.type('kremlin');
    await waitForText(page, ' hit');
    expect(await readBox(page)).toBe('kremlin');
    await goBack(page);
    await waitForText(page, 'Questions in dispute');
    await goBack(page);
    await waitForText(page, 'As a table');
    expect(await readBox(page)).toBe('');
    await page.evaluate(() => history.go(2));
    await waitForText(page, ' hit');
    expect(await readBox(page)).toBe('kremlin');
    await page.close();
  });

  test('two packs: each place says whose what follows is, and leads to all of it', async () => {
    await clearStorage(bed());
    const options = await openDrawn(bed(), 'options', 0);
    await clickText(options, '.choice', 'telegraph');
    await waitFor('the pack', () => options.$('.added li'));
    await options.close();
    const page = await openDrawn(bed(), 'library', 0);
    for (const address of ['#/', '#/terms', '#/who', '#/timeline']) {
      await goTo(page, address);
      await waitFor(`both packs at ${address}`, () =>
        page.evaluate(
          () =>
            [...document.querySelectorAll('.pack-name')].map(({ textContent }) => textContent).join() ===
            'Human rights sanctions and Russia,The telegraph and its doubters',
        ),
      );
      await expectAccessible(page);
      expect(await page.evaluate(() => document.querySelectorAll('.ways, .legend').length)).toBeLessThan(2);
    }
    await goTo(page, '#/');
    await waitForText(page, '126 terms, by kind');
    await page.close();
    const again = await openDrawn(bed(), 'options', 0);
    await removePack(again);
    await again.close();
  });

  test.each([
    ['5,000 characters', 'sanction '.repeat(556)],
    ['letters that mean something in patterns', '.*+?^$(){}|[]\\/%#&<b>'],
    ['half a character', 'act \ud83d'],
    ['a word from right to left', 'עברית \u202e'],
  ])('a search for %s is answered, and breaks nothing', async (_, words) => {
    const page = await openDrawn(bed(), 'library', 0);
    const said = listenToPage(page);
    await page.evaluate((text) => {
      const box = document.querySelector<HTMLInputElement>('input[type=search]');
      if (!box) throw new Error('no search box');
      box.focus();
      document.execCommand('insertText', false, text);
    }, words);
    await waitFor('an answer', async () => /\d hits?\b|Nothing found/.test(await textOf(page)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await page.$('main b')).toBeNull();
    await goTo(page, '#/');
    await waitForText(page, 'Questions in dispute');
    expect(said).toEqual([]);
    await page.close();
  });
});
