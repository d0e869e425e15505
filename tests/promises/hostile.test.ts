import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { askPage } from '../../src/cli/ask-page.ts';
import { readMarks } from '../../src/cli/page-view.ts';
import { restPointerOn, waitForMark } from '../../src/cli/pointer.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, listenToPage, waitForCard, waitForNoCard } from '../e2e/harness.ts';
import { clobberingNames, documentNames, windowNames } from './clobbering.ts';

// Pages that mean harm, or look as if they did.

const paragraph = '<p>Lawmakers passed the Magnitsky Act in 2012.</p>';

describeInBrowsers('hostile pages', (bed) => {
  let page: Page;
  let said: string[] = [];
  const open = async (name: string, body: string, headers: Record<string, string> = {}) => {
    page = await bed().session.newPage();
    said = listenToPage(page);
    await page.goto(
      bed().site.put(`/${name}`, { body: `<!doctype html><title>Page</title>${body}`, headers }),
    );
  };
  const openCard = async () => {
    await restPointerOn(page, 'Magnitsky Act');
    await waitForCard(bed(), page);
    await page.keyboard.press('Escape');
    await waitForNoCard(bed(), page);
  };
  afterEach(() => page.close());

  test('P32 thirty patched built-ins and a polluted Object.prototype change nothing', async () => {
    await open('patched', `<script>(${patchBuiltIns})()</script>${paragraph}`);
    await waitForMark(page, 'Magnitsky Act');
    const marks = await page.evaluate(() => (window as unknown as { asked(): unknown }).asked());
    expect(marks).toMatchObject({ patched: 30, called: [] });
    expect(said).toEqual([]);
  });

  test(`P33 a form with ${clobberingNames.length} clobbering names is read like any other, and a card opens in it`, async () => {
    const fields = clobberingNames.map((name) => `<input type="hidden" name="${name}">`).join('');
    await open('form', `<form role="heading">${fields}<h2>Law</h2>${paragraph}</form>`);
    await waitForMark(page, 'Magnitsky Act');
    await openCard();
    expect(said).toEqual([]);
  });

  test('P33 elements that shadow the document and the window stop nothing', async () => {
    const images = documentNames.map((name) => `<img name="${name}" id="${name}" alt="">`).join('');
    const forms = windowNames.map(
      (name) => `<form id="${name}"><input name="runtime"><input name="i18n"></form>`,
    );
    await open('document', `${images}${forms.join('')}${paragraph}`);
    await waitForMark(page, 'Magnitsky Act');
    await openCard();
    expect(said).toEqual([]);
  });

  test('P33 a page that shadows the whole extension API is left alone, without an error', async () => {
    const form =
      '<form id="chrome"><input name="runtime"></form><form id="browser"><input name="runtime"></form>';
    await open('api', `${form}${paragraph}`);
    await sleep(500);
    expect(said).toEqual([]);
  });

  test('P34 events made by script open nothing', async () => {
    await open('synthetic', paragraph);
    await waitForMark(page, 'Magnitsky Act');
    await page.evaluate(async () => {
      const target = document.querySelector('p') as Element;
      const box = target.getBoundingClientRect();
      for (let x = 0; x < 300; x += 3) {
        for (const type of [
          'pointermove',
          'mousemove',
          'pointerover',
          'pointerdown',
          'click',
          'contextmenu',
        ]) {
          const at = { clientX: box.x + x, clientY: box.y + box.height / 2, bubbles: true, composed: true };
          target.dispatchEvent(new PointerEvent(type, { ...at, pointerType: 'mouse' }));
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    });
    expect(await page.evaluate(() => document.querySelectorAll('[popover]').length)).toBe(0);
  });

  test('P6 a page that clears all highlights keeps its own, before and after', async () => {
    await open('highlights', `<p id="own">Own words</p>${paragraph}`);
    await page.evaluate(() => {
      const range = new Range();
      range.selectNodeContents(document.querySelector('#own') as Element);
      CSS.highlights.set('own', new Highlight(range));
    });
    await waitForMark(page, 'Magnitsky Act');
    await bed().session.inExtension(async () => {
      type Api = { storage: { local: { set(v: object): Promise<void> } } };
      const { browser, chrome } = globalThis as never as Record<string, Api>;
      await (browser ?? chrome)?.storage.local.set({ settings: { on: false } });
    });
    await waitFor('our marks to go', async () => (await readMarks(page)).length === 1);
    expect((await readMarks(page)).map(({ text }) => text)).toEqual(['Own words']);
    expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual(['own']);
    await bed().session.inExtension(async () => {
      type Api = { storage: { local: { clear(): Promise<void> } } };
      const { browser, chrome } = globalThis as never as Record<string, Api>;
      await (browser ?? chrome)?.storage.local.clear();
    });
  });

  test('P38 whatever claims to speak for a page can touch no site but its own, and no file but ours', async () => {
    await open('forged', paragraph);
    await waitForMark(page, 'Magnitsky Act');
    // As a renderer in foreign hands would: in the content script's world, with any message it likes.
    const [told] = await bed().session.inContent(page, async () => {
      type Api = { runtime: { sendMessage(message: object): Promise<unknown> } };
      const { browser, chrome } = globalThis as never as Record<string, Api>;
      const forged = [
        { type: 'site.set', hostname: 'bank.example', active: false },
        { type: 'card.load', files: ['background/background.js'], target: { tabId: 1 } },
        { type: 'page.style', plain: '}*{display:none', inLink: 'abcdefgh' },
        { type: 'settings.set', settings: { on: false } },
        { type: 'pack.import', text: '{}' },
      ];
      const answers = forged.map((message) => (browser ?? chrome)?.runtime.sendMessage(message));
      return (await Promise.allSettled(answers)).map((answer) => Reflect.get(answer, 'value') ?? null);
    });
    expect(told?.result).toEqual([true, true, false, null, null]);
    const stored = await bed().session.inExtension(async () => {
      type Api = { storage: { local: { get(what: null): Promise<object>; clear(): Promise<void> } } };
      const { browser, chrome } = globalThis as never as Record<string, Api>;
      const { local } = (browser ?? chrome)?.storage ?? {};
      const kept = await local?.get(null);
      await local?.clear();
      return kept;
    });
    expect(stored).toMatchObject({ settings: { on: true, offSites: ['127.0.0.1'] } });
    expect(Object.keys(stored ?? {})).toEqual(['settings']);
    expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe('block');
  });

  test('P38 a page itself reaches no part of the extension', async () => {
    await open('knock', paragraph);
    await waitForMark(page, 'Magnitsky Act');
    const id = new URL(bed().session.extensionUrl).hostname;
    const answer = await page.evaluate(async (extension) => {
      type Api = { runtime?: { sendMessage?(id: string, message: object): Promise<unknown> } };
      const { chrome, browser } = globalThis as { chrome?: Api; browser?: Api };
      postMessage({ type: 'card.load' }, '*');
      dispatchEvent(new CustomEvent('message', { detail: { type: 'site.set', active: false } }));
      const { runtime } = browser ?? chrome ?? {};
      return runtime?.sendMessage
        ? runtime.sendMessage(extension, { type: 'card.load' }).catch(String)
        : 'no way';
    }, id);
    expect(answer).toBe('no way');
  });

  test('P41 a flood of one term is capped, and the toolbar is told', async () => {
    await open('flood', '<main></main>');
    await page.evaluate(() => {
      const main = document.querySelector('main') as Element;
      main.append(
        ...Array.from({ length: 20_000 }, (_, i) => {
          const part = document.createElement(i % 10 === 0 ? 'h2' : 'p');
          part.textContent = `The Magnitsky Act, ${'and the Magnitsky Act again, '.repeat(5)} number ${i}.`;
          return part;
        }),
      );
    });
    const state = await waitFor('the cap to be told', async () => {
      const answer = await askPage(bed().session, page, { type: 'page.query' });
      return answer.capped && answer.mentions.length > 0 ? answer : undefined;
    });
    expect((await readMarks(page)).length).toBeLessThanOrEqual(1_000);
    expect(state.mentions.length).toBeLessThanOrEqual(10_000);
  });

  test('P42 the list outside the page is what was found, whatever the page paints itself', async () => {
    await open(
      'spoof',
      `${paragraph}<p>The Kremlin said.</p><div popover="manual" id="fake">A false card</div>
      <script>fake.showPopover(); CSS.highlights.set('fake', new Highlight());</script>`,
    );
    await waitForMark(page, 'Kremlin');
    const { mentions } = await askPage(bed().session, page, { type: 'page.query' });
    expect(mentions.map(({ surface }) => surface)).toEqual(['Magnitsky Act', 'Kremlin']);
  });
});

/** Patches thirty built-ins of the page's world, and writes down which were called. */
function patchBuiltIns(): void {
  const called: string[] = [];
  const owners: readonly (readonly [object, readonly string[]])[] = [
    [Array.prototype, ['push', 'map', 'filter', 'flatMap', 'find', 'some', 'slice']],
    [String.prototype, ['slice', 'charCodeAt', 'toLowerCase', 'replace', 'split']],
    [Map.prototype, ['get', 'set', 'has']],
    [Set.prototype, ['add', 'has']],
    [WeakMap.prototype, ['get', 'set']],
    [Element.prototype, ['closest', 'querySelectorAll', 'getAttribute', 'attachShadow']],
    [Document.prototype, ['createTreeWalker', 'createElement', 'caretPositionFromPoint']],
    [TreeWalker.prototype, ['nextNode']],
    [Highlight.prototype, ['add']],
    [Reflect, ['get']],
    [JSON, ['parse']],
  ];
  let patched = 0;
  for (const [owner, names] of owners) {
    for (const name of names) {
      const original = Reflect.get(owner, name);
      patched += 1;
      Object.defineProperty(owner, name, {
        configurable: true,
        writable: true,
        value(this: unknown, ...args: unknown[]) {
          // The page's own calls and the driver's come from scripts of this world; ours would be none of them.
          if (/Session|marks\.js|page\.js/.test(new Error().stack ?? '')) called[called.length] = name;
          return original.apply(this, args);
        },
      });
    }
  }
  Object.defineProperty(window, 'asked', { value: () => ({ patched, called }) });
  for (const name of ['x', 'signal', 'capture', 'type', 'runtime']) {
    Object.defineProperty(Object.prototype, name, { configurable: true, writable: true, value: 'polluted' });
  }
}
