import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { askPage } from '../../src/cli/ask-page.ts';
import { readMarks } from '../../src/cli/page-view.ts';
import { movePointer, restPointerOn, waitForMark } from '../../src/cli/pointer.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, listenToPage, waitForCard, waitForNoCard } from '../e2e/harness.ts';
import { clobberingNames, documentNames, windowNames } from './clobbering.ts';

// Pages that mean harm, or look as if they did.

/** The caps of `core/density.ts`, `content/page-size.ts` and `content/page-text.ts`. */
const mostMarks = 1_000;
const mostMentions = 3_000;
const passagesAtOnce = 200;

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
  /** Puts this into the extension's store, or empties it. */
  const store = (values: object | null) =>
    bed().session.inExtension(async (wanted) => {
      type Api = { storage: { local: { set(v: object): Promise<void>; clear(): Promise<void> } } };
      const { browser, chrome } = globalThis as never as Record<string, Api>;
      const local = (browser ?? chrome)?.storage.local;
      await (wanted ? local?.set(wanted) : local?.clear());
    }, values);

  afterEach(async () => {
    await page.close();
    await store(null);
  });

  test('P32 thirty patched built-ins, patched getters and a polluted Object.prototype change nothing', async () => {
    await open('patched', `<script>(${patchBuiltIns})()</script>${paragraph}`);
    // All of them throw already: what asks the page here must do without them, too.
    const { x, y, width, height } = await waitFor('a mark', () => page.evaluate(findMarkWithoutBuiltIns, 0));
    const at = { x: x + width / 2, y: y + height / 2 };
    await movePointer(page, { x: at.x + 60, y: at.y + 40 }, at);
    expect((await waitForCard(bed(), page)).text).toContain('Magnitsky');
    await page.keyboard.press('Escape');
    await waitForNoCard(bed(), page);
    await page.evaluate(() => document.querySelector('p')?.append(' The Kremlin answered.'));
    await waitFor('one mark more', () => page.evaluate(findMarkWithoutBuiltIns, 1));
    type Patched = { asked(): { patched: number; getters: number; called: readonly string[] } };
    const asked = () => page.evaluate(() => (window as unknown as Patched).asked());
    expect(await asked()).toMatchObject({ patched: 30, getters: 8, called: [] });
    // Whoever did use them would be noticed, and stopped.
    const stopped = await page.evaluate(() => {
      try {
        return [[1].map(String), document.body.textContent];
      } catch (error) {
        return String(error);
      }
    });
    expect(stopped).toContain('patched');
    expect((await asked()).called[0]).toContain('map');
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

  test('P6 a page that clears all highlights and sets its own keeps its own, and ours stand again with the next change', async () => {
    await open('highlights', `<p id="own">Own words</p>${paragraph}`);
    const setOwn = () =>
      page.evaluate(() => {
        const range = new Range();
        range.selectNodeContents(document.querySelector('#own') as Element);
        CSS.highlights.set('own', new Highlight(range));
      });
    const texts = async () => (await readMarks(page)).map(({ text }) => text);
    await setOwn();
    await waitForMark(page, 'Magnitsky Act');
    await page.evaluate(() => CSS.highlights.clear());
    await setOwn();
    await page.evaluate(() => document.querySelector('#own ~ p')?.append(' The Kremlin answered.'));
    await waitForMark(page, 'Kremlin');
    expect(await texts()).toEqual(['Own words', 'Magnitsky Act', 'Kremlin']);
    await store({ settings: { on: false } });
    await waitFor('our marks to go', async () => (await texts()).length === 1);
    expect(await texts()).toEqual(['Own words']);
    expect(await page.evaluate(() => [...CSS.highlights.keys()])).toEqual(['own']);
    expect(said).toEqual([]);
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

  test('P41 a flood of one term is capped at a thousand marks and some thousand mentions, and the toolbar is told', async () => {
    const each = 6;
    await store({ settings: { density: 'all' } });
    await open('flood', '<main></main>');
    await page.evaluate((names) => {
      const main = document.querySelector('main') as Element;
      main.append(
        ...Array.from({ length: 20_000 }, (_, i) => {
          const part = document.createElement(i % 10 === 0 ? 'h2' : 'p');
          part.textContent = `The Magnitsky Act, ${'and the Magnitsky Act again, '.repeat(names - 1)} number ${i}.`;
          return part;
        }),
      );
    }, each);
    const state = await waitFor('the cap to be told', async () => {
      const answer = await askPage(bed().session, page, { type: 'page.query' });
      return answer.capped && answer.mentions.length > mostMentions - each ? answer : undefined;
    });
    expect((await readMarks(page)).length).toBe(mostMarks);
    expect(state.mentions.filter(({ marked }) => marked).length).toBe(mostMarks);
    // What was asked about already when the cap was reached is taken in.
    expect(state.mentions.length).toBeLessThanOrEqual(mostMentions + passagesAtOnce * each);
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

/** The place of a mark of the page by its number; nothing built in that is patched below is used. */
function findMarkWithoutBuiltIns(nth: number) {
  let left = nth;
  for (const highlight of CSS.highlights.values())
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
      const range = new Range();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      const { x, y, width, height } = range.getBoundingClientRect();
      if (left === 0) return { x, y, width, height };
      left -= 1;
    }
  return undefined;
}

/** Patches thirty built-ins of the page's world and some getters: each call is written down, and throws. */
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
  const readers: readonly (readonly [object, readonly string[]])[] = [
    [Node.prototype, ['parentNode', 'nodeName', 'nodeType', 'textContent', 'isConnected']],
    [Element.prototype, ['localName', 'shadowRoot']],
    [CharacterData.prototype, ['data']],
  ];
  const stop = (name: string): never => {
    called[called.length] = `${name} ${new Error(name).stack}`;
    throw new Error(`${name} is patched`);
  };
  let patched = 0;
  let getters = 0;
  const { defineProperty } = Object;
  for (const [owner, names] of owners) {
    for (const name of names) {
      patched += 1;
      defineProperty(owner, name, { configurable: true, writable: true, value: () => stop(name) });
    }
  }
  for (const [owner, names] of readers) {
    for (const name of names) {
      getters += 1;
      defineProperty(owner, name, { configurable: true, get: () => stop(name) });
    }
  }
  defineProperty(window, 'asked', { value: () => ({ patched, getters, called }) });
  for (const name of ['x', 'signal', 'capture', 'type', 'runtime']) {
    defineProperty(Object.prototype, name, { configurable: true, writable: true, value: 'polluted' });
  }
}
