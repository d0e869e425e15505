import type { Page } from 'puppeteer-core';
import { findBrowser } from '../../src/cli/browsers.ts';
import { launchBrowser } from '../../src/cli/launch.ts';
import type { ScriptIndex } from '../../src/core/script-index.ts';
import { bundle } from './cold.ts';
import { median } from './measure.ts';

const MATCH =
  "import { loadMatcher } from './src/core/matcher.ts'; import { readScriptIndex } from './src/core/script-index.ts'; globalThis.matcher = loadMatcher(readScriptIndex(SCRIPT_INDEX).matcher);";
/** A block of a page has so many text nodes, as links and other inline elements divide it. */
const NODES_A_BLOCK = 8;
/** As in `src/dom/text-scan.ts`. */
const CHUNK_UNITS = 7_800;

/** What matching costs next to reading: medians of paired ratios in one tab, the first visit left out and alone. */
export interface Reading {
  readonly warm: number;
  readonly first: number;
  readonly nodes: number;
  readonly marks: number;
}

/**
 * Matching with the bundled pack's index ÷ reading every text node by TreeWalker, in Chromium, on a page of that
 * text; undefined where there is no Chromium. What is matched is what `TextScan` reads a page in: chunks of text.
 */
export async function measureReading(
  index: ScriptIndex,
  text: string,
  rounds: number,
): Promise<Reading | undefined> {
  const executablePath = findBrowser('chromium');
  if (executablePath === undefined) return undefined;
  const script = await bundle(MATCH, { SCRIPT_INDEX: JSON.stringify(index) });
  const browser = await launchBrowser({ kind: 'chromium', executablePath });
  try {
    const page = await browser.newPage();
    const nodes = await fillPage(page, text);
    await page.evaluate(script);
    const { ratios, marks } = await comparePasses(page, rounds);
    return { warm: median(ratios.slice(1)), first: ratios[0] ?? Number.NaN, nodes, marks };
  } finally {
    await browser.close();
  }
}

/** Puts the text on the page, a word or some in each node; gives the number of text nodes. */
function fillPage(page: Page, text: string): Promise<number> {
  const put = (whole: string, each: number) => {
    const pieces = whole.match(/\S+(?:\s+\S+){0,7}\s*/g) ?? [];
    for (let at = 0; at < pieces.length; at += each) {
      const block = document.createElement('p');
      pieces.slice(at, at + each).forEach((piece, place) => {
        const inline = document.createElement(place % 2 === 0 ? 'span' : 'a');
        inline.textContent = piece;
        block.append(inline);
      });
      document.body.append(block);
    }
    return pieces.length;
  };
  return page.evaluate(put, text, NODES_A_BLOCK);
}

function comparePasses(page: Page, rounds: number): Promise<{ ratios: number[]; marks: number }> {
  const compare = (count: number, chunkUnits: number) => {
    const { matcher } = globalThis as unknown as { matcher: { findAll(text: string): unknown[] } };
    const whole = [...document.querySelectorAll('p')].map((block) => block.textContent).join('\n');
    const chunks = Array.from({ length: Math.ceil(whole.length / chunkUnits) }, (_, at) =>
      whole.slice(at * chunkUnits, (at + 1) * chunkUnits),
    );
    let units = 0;
    let marks = 0;
    const read = () => {
      const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) units += node.nodeValue?.length ?? 0;
    };
    const match = () => {
      marks = 0;
      for (const chunk of chunks) marks += matcher.findAll(chunk).length;
    };
    const time = (pass: () => void) => {
      const start = performance.now();
      // Several passes, for the browser's clock is coarse.
      for (let left = 5; left > 0; left -= 1) pass();
      return performance.now() - start;
    };
    const ratios = Array.from({ length: count }, () => {
      const base = time(read);
      return time(match) / base;
    });
    if (units === 0) throw new Error('the page has no text');
    return { ratios, marks };
  };
  return page.evaluate(compare, rounds, CHUNK_UNITS);
}
