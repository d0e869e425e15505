import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { waitForMark } from '../../src/cli/pointer.ts';
import { describeInBrowsers, listenToPage } from '../e2e/harness.ts';

// Elements in elements without end. Parsers stop at some hundred; scripts do not.

/** Deeper than this Chromium's layout ends the tab, and Firefox shows nothing, whoever reads. */
const shown = 1_000;
const depth = 10_000;

describeInBrowsers('deep nesting', (bed) => {
  let page: Page;
  let said: string[] = [];
  afterEach(() => page.close());

  const open = async (style: string) => {
    page = await bed().session.newPage();
    said = listenToPage(page);
    const body = `<main style="${style}"></main><p>The Kremlin.</p>`;
    await page.goto(bed().site.put('/deep', `<!doctype html><title>Deep</title>${body}`));
    await waitForMark(page, 'Kremlin');
  };

  describe.each(['div', 'b'])('of <%s>', (name) => {
    test(`P29 what stands in ${shown} elements is marked to the unit, without an error`, async () => {
      await open('');
      expect(await page.evaluate(nest, name, shown)).toBe(shown);
      await waitForMark(page, 'Magnitsky Act');
      expect((await readMarks(page)).map(({ text }) => text)).toEqual(['Magnitsky Act', 'Kremlin']);
      expect(said).toEqual([]);
    });

    test(`P29 in ${depth} elements out of sight it is read without an error, and the page goes on`, async () => {
      await open('display: none');
      expect(await page.evaluate(nest, name, depth)).toBe(depth);
      await page.evaluate(() => document.querySelector('main ~ p')?.append(' CAATSA followed.'));
      await waitForMark(page, 'CAATSA');
      expect((await readMarks(page)).map(({ text }) => text)).toEqual(['Kremlin', 'CAATSA']);
      expect(said).toEqual([]);
    });
  });
});

/** Puts so many elements in each other, a word at the beginning and end of each, and a term in the last, cut in two. */
function nest(name: string, most: number): number {
  const top = document.createElement(name);
  let inner = top;
  for (let level = 1; level < most; level++) {
    const next = document.createElement(name);
    inner.append('A', next, 'z');
    inner = next;
  }
  const cut = document.createElement('i');
  cut.textContent = 'Magnit';
  inner.append(' The ', cut, 'sky Act stands. ');
  document.querySelector('main')?.append(top);
  let levels = 1;
  for (let at: Element | null = inner; at && at !== top; at = at.parentElement) levels += 1;
  return levels;
}
