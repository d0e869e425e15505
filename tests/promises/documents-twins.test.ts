import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { waitForMark } from '../../src/cli/pointer.ts';
import { openSession, type Session } from '../../src/cli/session.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, listenToPage } from '../e2e/harness.ts';

// Documents that are no pages, and what is copied: each beside its twin in a browser without Sidelight.

const law = 'Lawmakers passed the Magnitsky Act in 2012.';
/** Long enough for a pass over a small page. */
const quietMs = 600;

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

/** All that can be told of a document from within. */
async function lookAt(session: Session, url: string) {
  const page = await session.newPage();
  const said = listenToPage(page);
  await page.goto(url);
  await sleep(quietMs);
  const seen = await page.evaluate(() => ({
    highlights: CSS.highlights.size,
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    nodes: document.querySelectorAll('*').length,
    type: document.contentType,
    globals: Object.getOwnPropertyNames(window).sort(),
    text: new XMLSerializer().serializeToString(document),
  }));
  await page.close();
  return { ...seen, said };
}

/** What the clipboard holds of the page's own text, as it is pasted into its editor. */
async function copyAndPaste(page: Page): Promise<{ readonly html: string; readonly text: string }> {
  await page.evaluate(() => {
    Reflect.deleteProperty(window, 'pasted');
    const listen = ({ clipboardData }: ClipboardEvent) =>
      Object.assign(window, {
        pasted: { html: clipboardData?.getData('text/html'), text: clipboardData?.getData('text/plain') },
      });
    addEventListener('paste', listen, { once: true });
    document.querySelector('#into')?.replaceChildren();
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.selectAllChildren(document.querySelector('#copied') as Element);
  });
  await page.keyboard.down('Control');
  await page.keyboard.press('c');
  await page.evaluate(() => document.querySelector<HTMLElement>('#into')?.focus());
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  return waitFor('the paste', () =>
    page.evaluate(() => Reflect.get(window, 'pasted') as { readonly html: string; readonly text: string }),
  );
}

describeInBrowsers('documents and their twins', (bed) => {
  let alone: Session;
  beforeAll(async () => {
    alone = await openSession(bed().kind, { extensionDir: null });
  });
  afterAll(() => alone?.close());

  test.each(documents)('P17 %s is left as it is', async (path, type, body) => {
    const url = bed().site.put(path, { body, type });
    const twin = await lookAt(alone, url);
    expect(twin.text).toContain('Magnitsky Act');
    expect(await lookAt(bed().session, url)).toEqual(twin);
    expect(twin).toMatchObject({ highlights: 0, said: [] });
  });

  test('P20 copying across a mark gives what the page alone would give', async () => {
    const words = `<p id="copied">${law} The <a href="#x">Kremlin</a> answered.</p>`;
    const url = bed().site.put(
      '/copy',
      `<!doctype html><title>C</title>${words}<div id="into" contenteditable></div>`,
    );
    const page = await bed().session.newPage(url);
    await waitForMark(page, 'Magnitsky Act');
    await waitForMark(page, 'Kremlin');
    const marked = await copyAndPaste(page);
    expect((await readMarks(page)).length).toBe(2);
    expect(marked.html).toContain('Magnitsky Act');
    expect(marked.text.trim()).toBe(`${law} The Kremlin answered.`);
    const twin = await alone.newPage(url);
    expect(marked).toEqual(await copyAndPaste(twin));
    await Promise.all([page.close(), twin.close()]);
  });
});
