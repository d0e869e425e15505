import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { waitForMark } from '../../src/cli/pointer.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, listenToPage } from './harness.ts';

// Names that come to a page that had none, in each of the ways in which scripts put text.

const empty = `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title><body><main>
  <p id="slot">Loading the news of the day.</p><p>Nothing else is here.</p></main></body></html>`;

const ways: Readonly<Record<string, string>> = {
  'textContent of a paragraph': `slot.textContent = 'The Magnitsky Act was passed.'`,
  'data of a text': `slot.firstChild.data = 'The Magnitsky Act was passed.'`,
  'words after others': `slot.append(' The Magnitsky Act was passed.')`,
  'the second half of a name': `slot.textContent = 'The Magnitsky'; setTimeout(() => slot.append(' Act was passed.'), 900)`,
  'a text in a page without paragraphs': `slot.replaceWith('word '.repeat(5000)); document.querySelector('main').append(' The Magnitsky Act.')`,
  'a bold name in a paragraph': `slot.insertAdjacentHTML('beforeend', ' The <b>Magnitsky</b> Act was passed.')`,
  'a paragraph': `slot.insertAdjacentHTML('afterend', '<p>The Magnitsky Act was passed.</p>')`,
  'a paragraph in a link, behind a line break': `slot.insertAdjacentHTML('afterend', '<a href="#">\\n<p>The Magnitsky Act was passed.</p></a>')`,
  'a paragraph in an element of the page': `slot.insertAdjacentHTML('afterend', '<x-item> some <p>The Magnitsky Act was passed.</p> words</x-item>')`,
  'the end of a long text': `slot.textContent = 'word '.repeat(24_000) + ' The Magnitsky Act.'`,
  'an element without a box of its own': `slot.insertAdjacentHTML('afterend', '<div style="display: contents">The Magnitsky Act was passed.</div>')`,
  'what a dialog has covered': `const main = document.querySelector('main'); main.setAttribute('aria-hidden', 'true');
    slot.textContent = 'The Magnitsky Act was passed.'; setTimeout(() => main.removeAttribute('aria-hidden'), 900)`,
  'a part that was hidden': `slot.hidden = true;
    slot.textContent = 'The Magnitsky Act was passed.'; setTimeout(() => { slot.hidden = false }, 900)`,
  'an editor that is one no more': `slot.contentEditable = 'true';
    slot.textContent = 'The Magnitsky Act was passed.'; setTimeout(() => slot.removeAttribute('contenteditable'), 900)`,
  'an element with a shadow tree': `const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>The Magnitsky Act was passed.</p>'; slot.append(host)`,
};

describeInBrowsers('a page that has no name yet', (bed) => {
  let page: Page;
  afterEach(() => page.close());

  test.each(Object.entries(ways))('is marked when one comes as %s', async (_, script) => {
    const { session, site } = bed();
    page = await session.newPage();
    await page.goto(site.put('/coming', empty));
    await sleep(600);
    await page.evaluate(`{ const slot = document.querySelector('#slot'); ${script} }`);
    await waitFor('a mark', async () => (await readMarks(page)).length > 0);
  });
});

describeInBrowsers('a page at work', (bed) => {
  let page: Page;
  afterEach(() => page.close());
  const atWork = empty.replace('Nothing else', 'CAATSA');
  const surfaces = async () => (await readMarks(page)).map(({ text }) => text).sort();

  test.each(Object.entries(ways))('has a name marked that comes as %s', async (_, script) => {
    const { session, site } = bed();
    page = await session.newPage();
    await page.goto(site.put('/at-work', atWork));
    await waitForMark(page, 'CAATSA');
    await page.evaluate(`{ const slot = document.querySelector('#slot'); ${script} }`);
    await waitForMark(page, 'Magnitsky Act');
  });

  test('P15 has no marks in what becomes an editor or lies behind a dialog, and has them back', async () => {
    const { session, site } = bed();
    page = await session.newPage();
    await page.goto(
      site.put('/behind', atWork.replace('Loading', 'The <b id="act">Magnitsky Act</b>, loading')),
    );
    await waitForMark(page, 'CAATSA');
    const all = ['CAATSA', 'Magnitsky Act'];
    const change = async (script: string, marked: readonly string[]) => {
      await page.evaluate(script);
      await waitFor(`${marked.length} marks`, async () => String(await surfaces()) === String(marked));
    };
    await change(`document.querySelector('main').setAttribute('aria-hidden', 'true')`, []);
    await change(`document.querySelector('main').removeAttribute('aria-hidden')`, all);
    await change('act.contentEditable = true', ['CAATSA']);
    await change('act.contentEditable = false', all);
  });
});

describeInBrowsers('a page with a name that is hidden in its place', (bed) => {
  let page: Page;
  afterEach(() => page.close());

  const hidden = `${empty.replace('<p id', '<p id="menu" style="visibility: hidden">The Magnitsky Act.</p><p id')}`;

  test('P25 is not looked at again and again, and is marked when it shows', async () => {
    const { session, site } = bed();
    page = await session.newPage();
    const said = listenToPage(page);
    await page.goto(site.put('/hidden', `${hidden.replace('Nothing else', 'CAATSA')}`));
    await waitForMark(page, 'CAATSA');
    // Each look would take as long as a frame: the page counts those in which something was painted anew.
    const painted = await page.evaluate(async () => {
      const highlights = () => [...CSS.highlights.values()];
      const before = highlights();
      let changes = 0;
      for (let frame = 0; frame < 60; frame++) {
        await new Promise(requestAnimationFrame);
        if (highlights().some((one, at) => one !== before[at])) changes += 1;
      }
      return changes;
    });
    expect(painted).toBe(0);
    await page.evaluate(() => document.querySelector('#menu')?.removeAttribute('style'));
    for (let move = 0; move < 5; move++) await page.mouse.move(100 + move * 20, 300);
    await waitForMark(page, 'Magnitsky Act');
    expect(said).toEqual([]);
  });
});
