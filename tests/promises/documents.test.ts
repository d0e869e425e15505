import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { restPointerOn, waitForMark } from '../../src/cli/pointer.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, listenToPage, waitForCard } from '../e2e/harness.ts';
import { bundlePage } from './bundle-page.ts';

// What is not ours to read, and documents that are no pages.

const law = 'Lawmakers passed the Magnitsky Act in 2012.';
const missing = `<!doctype html><title>Page</title><p>${law}</p>`;
/** Long enough for a pass over a small page. */
const quietMs = 600;

const editors: readonly (readonly [name: string, script: string])[] = [
  [
    'ProseMirror',
    `import { EditorState } from 'prosemirror-state';
     import { EditorView } from 'prosemirror-view';
     import { schema } from 'prosemirror-schema-basic';
     const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text(${JSON.stringify(law)})])]);
     const view = new EditorView(document.querySelector('#editor'), { state: EditorState.create({ doc }) });
     window.saved = () => view.dom.innerHTML;
     window.focusIt = () => view.focus();`,
  ],
  [
    'Lexical',
    `import { createEditor, $getRoot, $createParagraphNode, $createTextNode } from 'lexical';
     import { registerRichText } from '@lexical/rich-text';
     const root = document.querySelector('#editor');
     root.contentEditable = 'true';
     const editor = createEditor({ onError: (error) => { throw error; } });
     editor.setRootElement(root);
     registerRichText(editor);
     editor.update(() => {
       $getRoot().append($createParagraphNode().append($createTextNode(${JSON.stringify(law)})));
     });
     window.saved = () => root.innerHTML;
     window.focusIt = () => editor.focus();`,
  ],
  [
    'plain contenteditable',
    `const root = document.querySelector('#editor');
     root.contentEditable = 'plaintext-only';
     root.textContent = ${JSON.stringify(law)};
     window.saved = () => root.innerHTML;
     window.focusIt = () => root.focus();`,
  ],
];

interface EditorPage {
  saved(): string;
  focusIt(): void;
}

const documents: readonly (readonly [path: string, type: string, body: string])[] = [
  ['/data.xml', 'application/xml', `<?xml version="1.0"?><law><name>${law}</name></law>`],
  ['/feed.rss', 'text/xml', `<?xml version="1.0"?><rss><channel><title>${law}</title></channel></rss>`],
  [
    '/picture.svg',
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">${law}</text></svg>`,
  ],
  ['/data.json', 'application/json', JSON.stringify({ law })],
  ['/note.txt', 'text/plain', law],
  ['/script.js', 'text/javascript', `// ${law}`],
];

describeInBrowsers('documents', (bed) => {
  let page: Page;
  let said: string[] = [];
  const open = async (url: string) => {
    page = await bed().session.newPage();
    said = listenToPage(page);
    await page.goto(url);
  };
  afterEach(() => page.close());

  describe.each(editors)('an editor', (name, script) => {
    test(`P15 ${name}: what is typed is saved as it was typed, and nothing in it is marked`, async () => {
      const { site } = bed();
      site.put('/editor.js', { body: await bundlePage(script), type: 'text/javascript' });
      await open(
        site.put(
          '/editor',
          `<!doctype html><title>E</title><p>The Kremlin.</p><div id="editor"></div><script src="/editor.js"></script>`,
        ),
      );
      await waitForMark(page, 'Kremlin');
      const before = await page.evaluate(() => (window as unknown as EditorPage).saved());
      await page.evaluate(() => (window as unknown as EditorPage).focusIt());
      await page.keyboard.type('CAATSA ');
      await sleep(quietMs);
      expect((await readMarks(page)).map(({ text }) => text)).toEqual(['Kremlin']);
      const after = await page.evaluate(() => (window as unknown as EditorPage).saved());
      expect(after.replace('CAATSA ', '')).toBe(before);
      expect(after).not.toBe(before);
    });
  });

  test('P15 P16 no field, no code and no text that becomes an editor keeps a mark', async () => {
    const body = `<input value="${law}"><textarea>${law}</textarea><div role="textbox">${law}</div><pre>${law}</pre>
      <code>${law}</code><input type="password" value="CAATSA"><p id="late">${law}</p><p>The Kremlin.</p>`;
    await open(bed().site.put('/fields', `<!doctype html><title>F</title>${body}`));
    await waitForMark(page, 'Kremlin');
    expect((await readMarks(page)).map(({ text }) => text)).toEqual(['Magnitsky Act', 'Kremlin']);
    await page.evaluate(() => {
      const late = document.querySelector('#late') as HTMLElement;
      late.contentEditable = 'true';
      late.append(' More.');
    });
    await waitFor('the mark in the new editor to go', async () => (await readMarks(page)).length === 1);
  });

  test.each(documents)('P17 %s is left as it is', async (path, type, body) => {
    await open(bed().site.put(path, { body, type }));
    await sleep(quietMs);
    const seen = await page.evaluate(() => ({
      highlights: CSS.highlights.size,
      text: new XMLSerializer().serializeToString(document),
    }));
    expect(seen.highlights).toBe(0);
    expect(seen.text).not.toMatch(/extension:|sidelight/i);
    expect(said).toEqual([]);
  });

  test('P18 on pages that are the browser’s own nothing happens', async () => {
    page = await bed().session.newPage();
    said = listenToPage(page);
    const own =
      bed().kind === 'chromium' ? ['about:blank', 'chrome://version/'] : ['about:blank', 'about:license'];
    for (const url of own) {
      await Promise.race([page.goto(url).catch(() => {}), sleep(3_000)]);
      await sleep(200);
    }
    await page.goto(bed().site.put('/missing', { body: missing, status: 404 }));
    await waitForMark(page, 'Magnitsky Act');
    expect(said.filter((line) => !line.includes('404'))).toEqual([]);
  });

  test('P20 copying across a mark gives what the page alone would give', async () => {
    const words = `<p id="copied">${law} The <a href="#x">Kremlin</a> answered.</p>`;
    await open(
      bed().site.put('/copy', `<!doctype html><title>C</title>${words}<div id="into" contenteditable></div>`),
    );
    await waitForMark(page, 'Magnitsky Act');
    const given = await page.evaluate(async () => {
      const taken = new Promise<readonly string[]>((resolve) => {
        addEventListener('copy', () => {
          const selected = getSelection();
          const box = document.createElement('div');
          if (selected) box.append(selected.getRangeAt(0).cloneContents());
          resolve([selected?.toString() ?? '', box.innerHTML]);
        });
      });
      getSelection()?.selectAllChildren(document.querySelector('#copied') as Element);
      document.execCommand('copy');
      return taken;
    });
    expect(given).toEqual([`${law} The Kremlin answered.`, `${law} The <a href="#x">Kremlin</a> answered.`]);
    await page.evaluate(() => {
      const { pasted } = window as unknown as { pasted?: string };
      addEventListener('paste', (event) =>
        Object.assign(window, { pasted: event.clipboardData?.getData('text/html') ?? pasted }),
      );
      getSelection()?.selectAllChildren(document.querySelector('#copied') as Element);
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('c');
    await page.evaluate(() => document.querySelector<HTMLElement>('#into')?.focus());
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    const html = await page.evaluate(() => (window as unknown as { pasted?: string }).pasted);
    expect(html ?? '').not.toMatch(/underline|dotted|highlight/);
  });

  test('P22 a page kept for “back” is not refused, and is marked when it returns', async () => {
    const { site } = bed();
    const first = site.put('/first', {
      body: `<!doctype html><title>First</title><p>${law}</p><script>addEventListener('pageshow', (e) => { window.kept = e.persisted; });</script>`,
      headers: { 'cache-control': 'max-age=60' },
    });
    await open(first);
    await waitForMark(page, 'Magnitsky Act');
    await page.goto(site.put('/second', '<!doctype html><title>Second</title><p>Other.'));
    // Not `goBack`: in Firefox the driver waits for a load that a kept page never has.
    await page.evaluate(() => void setTimeout(() => history.back(), 0));
    await waitFor('the first page', () => page.evaluate((url) => location.href === url, first));
    expect(await page.evaluate(() => (window as unknown as { kept?: boolean }).kept)).toBe(true);
    await waitForMark(page, 'Magnitsky Act');
    await page.evaluate(() => document.querySelector('p')?.append(' The Kremlin answered.'));
    await waitForMark(page, 'Kremlin');
    expect(said).toEqual([]);
  });

  test.each([0, 40, 80, 120, 160, 200, 250, 300])(
    'P22 a page left %i ms after it stood is marked when it returns',
    async (leftAfterMs) => {
      const { site } = bed();
      const first = site.put('/first', {
        body: `<!doctype html><title>First</title>${`<p>${law}</p>`.repeat(60)}`,
        headers: { 'cache-control': 'max-age=60' },
      });
      page = await bed().session.newPage();
      await page.goto(first, { waitUntil: 'domcontentloaded' });
      await sleep(leftAfterMs);
      await page.goto(site.put('/second', '<!doctype html><title>Second</title><p>Other.'));
      await page.evaluate(() => void setTimeout(() => history.back(), 0));
      await waitFor('the first page', () => page.evaluate((url) => location.href === url, first));
      await waitForMark(page, 'Magnitsky Act');
    },
  );

  test('P26 every kind of frame is read, tiny and hidden ones have no marks', async () => {
    const { site, kind } = bed();
    site.put('/inner', `<!doctype html><p>${law}</p>`);
    const inner = `<p>${law}</p>`;
    const frames: Record<string, string> = {
      same: 'src="/inner"',
      other: `src="${site.otherUrl('/inner')}"`,
      sandboxed: 'src="/inner" sandbox="allow-scripts"',
      srcdoc: `srcdoc="${inner}"`,
      data: `src="data:text/html,${encodeURIComponent(`<!doctype html>${inner}`)}"`,
      hidden: 'src="/inner" style="display:none"',
    };
    const body = Object.entries(frames).map(
      ([name, attributes]) => `<iframe title="${name}" ${attributes}></iframe>`,
    );
    await open(
      site.put(
        '/frames',
        `<!doctype html><title>F</title>${body.join('')}<script>
      const blob = document.createElement('iframe');
      blob.title = 'blob';
      blob.src = URL.createObjectURL(new Blob(['<!doctype html>${inner}'], { type: 'text/html' }));
      document.body.append(blob);
      const blank = document.createElement('iframe');
      blank.title = 'blank';
      document.body.append(blank);
      blank.contentDocument.body.innerHTML = '${inner}';
    </script>`,
      ),
    );
    const found = async () => {
      const pairs = page
        .frames()
        .slice(1)
        .map(async (frame) => {
          const element = await frame.frameElement();
          const title = (await element?.evaluate((node) => (node as HTMLIFrameElement).title)) ?? '';
          return [title, await frame.evaluate(() => CSS.highlights.size > 0)] as const;
        });
      return Object.fromEntries(await Promise.all(pairs));
    };
    const read = {
      same: true,
      other: true,
      srcdoc: true,
      blob: true,
      sandboxed: true,
      data: true,
      blank: true,
      hidden: false,
    };
    await waitFor(
      'the frames to be marked',
      async () => JSON.stringify(await found()).match(/true/g)?.length === 7,
      6_000,
    ).catch(() => {});
    expect([kind, await found()]).toEqual([kind, read]);
  });
});

// The driver of Firefox cannot show paper.
describeInBrowsers(
  'paper',
  (bed) => {
    let page: Page;
    afterEach(() => page.close());

    test('P19 on paper there is neither mark nor card', async () => {
      const body = `<style>p { font: 20px/2 serif; margin: 40px }</style><p>${law}</p>`;
      page = await bed().session.newPage(bed().site.put('/paper', `<!doctype html><title>P</title>${body}`));
      await waitForMark(page, 'Magnitsky Act');
      const onScreen = await page.screenshot({ encoding: 'base64' });
      await restPointerOn(page, 'Magnitsky Act');
      await waitForCard(bed(), page);
      await page.emulateMediaType('print');
      const printed = await page.screenshot({ encoding: 'base64' });
      await page.emulateMediaType();
      await page.keyboard.press('Escape');
      await page.evaluate(() => CSS.highlights.clear());
      await page.emulateMediaType('print');
      const alone = await page.screenshot({ encoding: 'base64' });
      await page.emulateMediaType();
      expect(printed === alone, 'paper with marks and a card looks like paper without').toBe(true);
      expect(printed === onScreen, 'on the screen there is a mark').toBe(false);
    });
  },
  { only: 'chromium' },
);
