import { setTimeout as sleep } from 'node:timers/promises';
import { inflateSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { serveLoopback } from '../../src/cli/loopback.ts';
import { readMarks } from '../../src/cli/page-view.ts';
import { restPointerOn, waitForMark } from '../../src/cli/pointer.ts';
import { openSession } from '../../src/cli/session.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, listenToPage, waitForCard, waitForNoCard } from '../e2e/harness.ts';
import { bundlePage } from './bundle-page.ts';
import { hearPages } from './hear-pages.ts';

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
      const heard = await hearPages(bed());
      await waitForMark(page, 'Kremlin');
      const before = await page.evaluate(() => (window as unknown as EditorPage).saved());
      await page.evaluate(() => (window as unknown as EditorPage).focusIt());
      await page.keyboard.type('CAATSA ');
      await sleep(quietMs);
      expect((await readMarks(page)).map(({ text }) => text)).toEqual(['Kremlin']);
      const after = await page.evaluate(() => (window as unknown as EditorPage).saved());
      expect(after.replace('CAATSA ', '')).toBe(before);
      expect(after).not.toBe(before);
      await page.evaluate(() => document.querySelector('p')?.append(' Freedom House.'));
      await waitForMark(page, 'Freedom House');
      expect(await heard()).toContain('Freedom House');
      expect(await heard()).not.toMatch(/Lawmakers|Magnitsky|CAATSA/);
    });
  });

  test('P15 a document that is an editor is not read, nor one that becomes it', async () => {
    const { site } = bed();
    site.put('/edited', `<!doctype html><p>Written: ${law}</p><script>document.designMode = 'on'</script>`);
    site.put('/later', `<!doctype html><p>The Kremlin was read.</p>`);
    const heard = await hearPages(bed());
    await open(
      site.put(
        '/editors',
        '<!doctype html><title>E</title><iframe src="/edited"></iframe><iframe src="/later"></iframe><p>Freedom House.</p>',
      ),
    );
    const [edited, later] = ['/edited', '/later'].map((path) =>
      page.frames().find((frame) => frame.url().endsWith(path)),
    );
    if (!edited || !later) throw new Error('no frames');
    await waitForMark(page, 'Freedom House');
    await waitForMark(later, 'Kremlin');
    await later.evaluate(() => {
      document.designMode = 'on';
    });
    for (const frame of [edited, later]) {
      await frame.evaluate(() => {
        getSelection()?.collapse(document.querySelector('p'), 0);
        // As a key that is pressed; the driver of Firefox presses none in a frame that is an editor.
        document.execCommand('insertText', false, 'Typed CAATSA here. ');
      });
    }
    await waitFor('the mark in the new editor to go', async () => (await readMarks(later)).length === 0);
    await page.evaluate(() => document.querySelector('p')?.append(' Dima Yakovlev law.'));
    await waitForMark(page, 'Dima Yakovlev law');
    expect(await readMarks(edited)).toEqual([]);
    for (const frame of [edited, later])
      expect(await frame.evaluate(() => document.body.textContent)).toContain('Typed CAATSA here.');
    expect(await heard()).toContain('Dima Yakovlev law');
    expect(await heard()).not.toMatch(/Written|Typed|Lawmakers|CAATSA/);
    expect(said).toEqual([]);
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

  test('P18 on pages that are the browser’s own nothing happens', async () => {
    page = await bed().session.newPage();
    said = listenToPage(page);
    const source = bed().site.put('/source', missing);
    /** What is to be seen there, since the driver does not always hear that it has come. */
    const own: readonly (readonly [url: string, words: string])[] =
      bed().kind === 'chromium' ? [['chrome://version/', 'Revision']] : [['about:license', 'Mozilla']];
    for (const [url, words] of [
      ['about:blank', ''],
      ...own,
      [`view-source:${source}`, `<p>${law}`],
    ] as const) {
      await Promise.race([page.goto(url).catch(() => {}), sleep(3_000)]);
      await waitFor(url, () => page.evaluate((text) => !!document.body?.textContent?.includes(text), words));
      await sleep(quietMs);
      expect([url, await page.evaluate(() => CSS.highlights.size)]).toEqual([url, 0]);
    }
    // Nobody listens there any more: the browser shows a page of its own, which names the address.
    const gone = await serveLoopback();
    const url = gone.url('/Magnitsky-Act');
    await gone.close();
    await page.goto(url).catch(() => {});
    await sleep(quietMs);
    const shown = await page.evaluate(() => [document.documentURI, CSS.highlights.size]);
    expect(shown).toEqual([expect.stringMatching(/^(chrome-error|about:neterror)/), 0]);
    await page.goto(bed().site.put('/missing', { body: missing, status: 404 }));
    await waitForMark(page, 'Magnitsky Act');
    expect(said.filter((line) => !/404|ERR_CONNECTION_REFUSED/.test(line))).toEqual([]);
  });

  /** A page that tells whether it was kept, as it stood, when its reader came back to it. */
  const keptPage = (words: string) => ({
    body: `<!doctype html><title>First</title>${words}<script>addEventListener('pageshow', (e) => { window.kept = e.persisted; });</script>`,
    headers: { 'cache-control': 'max-age=60' },
  });
  const leaveAndReturn = async (url: string) => {
    await page.goto(bed().site.put('/second', '<!doctype html><title>Second</title><p>Other.'));
    // Not `goBack`: in Firefox the driver waits for a load that a kept page never has.
    await page.evaluate(() => void setTimeout(() => history.back(), 0));
    await waitFor('the first page', () => page.evaluate((first) => location.href === first, url));
    const kept = () => page.evaluate(() => (window as unknown as { kept?: boolean }).kept);
    expect(await waitFor('it to be shown', async () => ({ kept: await kept() }))).toEqual({ kept: true });
    // The driver of Firefox does not notice that a kept page is back.
    await page.evaluate(() => history.replaceState(null, ''));
    await waitFor('the driver to know', () => page.url() === url);
  };

  test('P22 a page kept for “back” is not refused, is marked when it returns, and cards open on it', async () => {
    const first = bed().site.put('/first', keptPage(`<p>${law}</p>`));
    await open(first);
    await waitForMark(page, 'Magnitsky Act');
    await leaveAndReturn(first);
    await restPointerOn(page, 'Magnitsky Act');
    expect((await waitForCard(bed(), page)).text).toContain('Law of the United States, 2012');
    await page.keyboard.press('Escape');
    await waitForNoCard(bed(), page);
    await page.evaluate(() => document.querySelector('p')?.append(' The Kremlin answered.'));
    await restPointerOn(page, 'Kremlin');
    expect((await waitForCard(bed(), page)).text).toContain('Kremlin');
    expect(said).toEqual([]);
  });

  test.each([0, 40, 80, 120, 160, 200, 250, 300])(
    'P22 a page left %i ms after it was loaded is kept, is marked when it returns, and a card opens',
    async (leftAfterMs) => {
      const first = bed().site.put('/first', keptPage(`<p>${law}</p>`.repeat(60)));
      await open(first);
      await sleep(leftAfterMs);
      await leaveAndReturn(first);
      await restPointerOn(page, 'Magnitsky Act');
      await waitForCard(bed(), page);
      expect(said).toEqual([]);
    },
  );

  test('P26 every kind of frame is read, however small; what is hidden has no marks', async () => {
    const { site, kind } = bed();
    site.put('/inner', `<!doctype html><p>${law}</p>`);
    const inner = `<p>${law}</p>`;
    const frames: Record<string, string> = {
      same: 'src="/inner"',
      other: `src="${site.otherUrl('/inner')}"`,
      sandboxed: 'src="/inner" sandbox="allow-scripts"',
      scriptless: 'src="/inner" sandbox',
      srcdoc: `srcdoc="${inner}"`,
      data: `src="data:text/html,${encodeURIComponent(`<!doctype html>${inner}`)}"`,
      hidden: 'src="/inner" style="display:none"',
      tiny: 'src="/inner" width="1" height="1"',
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
      scriptless: true,
      // To leave it out it would have to be asked for its size, and the browser to lay it out before it does.
      tiny: true,
      hidden: false,
    };
    await waitFor(
      'the frames to be marked',
      async () => JSON.stringify(await found()).match(/true/g)?.length === 9,
      6_000,
    ).catch(() => {});
    expect([kind, await found()]).toEqual([kind, read]);
  });
});

/** What stands on the printed page: its letters in order, and all that gives colour, be it to letters or to areas. */
async function readPdf(page: Page) {
  const bytes = Buffer.from(await page.pdf());
  const streams = bytes.toString('latin1').matchAll(/\/Length (\d+)>> stream\n/g);
  const drawn = [...streams]
    .map(({ 0: head, 1: length, index }) =>
      bytes.subarray(index + head.length, index + head.length + Number(length)),
    )
    .map((stream) => inflateSync(stream).toString('latin1'))
    .filter((code) => code.includes(' Tf\n'))
    .join('\n');
  return {
    // A mark divides a line into parts, on paper too; they stand where they stood.
    letters: [...drawn.matchAll(/<([\dA-F]+)> Tj/g)].map(([, hex]) => hex).join(''),
    colours: [...new Set(drawn.match(/^.* (rg|RG|g|G|k|K|scn|SCN|gs)$/gm))],
    areas: drawn.match(/^(f\*?|F|S|s|B\*?|b\*?|sh|.* Do)$/gm) ?? [],
  };
}

/** The same page printed by a browser without Sidelight. */
async function printAlone(url: string) {
  const alone = await openSession('chromium', { extensionDir: null });
  const page = await alone.newPage(url);
  const printed = await readPdf(page);
  await alone.close();
  return printed;
}

// The driver of Firefox cannot show paper.
describeInBrowsers(
  'paper',
  (bed) => {
    let page: Page;
    afterEach(() => page.close());

    test('P19 on paper there is neither mark nor card', async () => {
      const style =
        'p { font: 20px/2 serif; margin: 40px } @media all { ::highlight(seen) { background: red } }';
      const url = bed().site.put(
        '/paper',
        `<!doctype html><title>P</title><style>${style}</style><p>${law}</p>`,
      );
      page = await bed().session.newPage(url);
      await waitForMark(page, 'Magnitsky Act');
      const onScreen = await page.screenshot({ encoding: 'base64' });
      await restPointerOn(page, 'Magnitsky Act');
      await waitForCard(bed(), page);
      const printed = await readPdf(page);
      // Looked at while the card is open and the marks are there; printing ends neither.
      expect(printed).toEqual(await printAlone(url));
      expect(printed.letters.length).toBe(4 * law.length);
      expect(printed.areas).toEqual([]);
      await page.keyboard.press('Escape');
      await waitForNoCard(bed(), page);
      await page.emulateMediaType('print');
      const onPaper = await page.screenshot({ encoding: 'base64' });
      await page.evaluate(() => CSS.highlights.clear());
      const alone = await page.screenshot({ encoding: 'base64' });
      await page.emulateMediaType();
      expect(onPaper === alone, 'paper with marks looks like paper without').toBe(true);
      expect(onPaper === onScreen, 'on the screen there is a mark').toBe(false);
      // A mark of the page's own, which is for paper as well, does come out.
      await page.evaluate(() => {
        const range = new Range();
        range.selectNodeContents(document.querySelector('p') as Element);
        CSS.highlights.set('seen', new Highlight(range));
      });
      expect((await readPdf(page)).areas).not.toEqual([]);
    });
  },
  { only: 'chromium' },
);
