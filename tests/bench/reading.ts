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

/** What matching costs next to reading: medians of paired ratios in one tab. */
export interface Reading {
  /** Nodes that nobody has read before, as on a page that was just opened; the first round left out. */
  readonly fresh: number;
  /** The very first round: nothing has run before, neither the matcher nor the page's DOM code. */
  readonly first: number;
  /** The same nodes read again and again, whose strings the engine has at hand then. */
  readonly again: number;
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
    await page.evaluate(script);
    const fresh: number[] = [];
    let passes: Passes = { ratios: [], marks: 0 };
    let nodes = 0;
    for (let round = 0; round < rounds; round += 1) {
      nodes = await fillPage(page, text);
      // One pass, for the second would read what the first has read.
      passes = await comparePasses(page, { count: 1, passes: 1, chunkUnits: CHUNK_UNITS });
      fresh.push(passes.ratios[0] ?? Number.NaN);
    }
    const again = await comparePasses(page, { count: rounds, passes: 5, chunkUnits: CHUNK_UNITS });
    return {
      fresh: median(fresh.slice(1)),
      first: fresh[0] ?? Number.NaN,
      again: median(again.ratios),
      nodes,
      marks: passes.marks,
    };
  } finally {
    await browser.close();
  }
}

/** Puts the text on the page, a word or some in each node, in place of what was there; gives the number of text nodes. */
function fillPage(page: Page, text: string): Promise<number> {
  const put = (whole: string, each: number) => {
    const pieces = whole.match(/\S+(?:\s+\S+){0,7}\s*/g) ?? [];
    document.body.replaceChildren();
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

interface Passes {
  readonly ratios: number[];
  readonly marks: number;
}

/** The browser's clock is coarse: what is timed are so many passes together. */
interface Comparing {
  readonly count: number;
  readonly passes: number;
  readonly chunkUnits: number;
}

function comparePasses(page: Page, comparing: Comparing): Promise<Passes> {
  const compare = ({ count, passes, chunkUnits }: Comparing) => {
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
      for (let left = passes; left > 0; left -= 1) pass();
      return performance.now() - start;
    };
    const ratios = Array.from({ length: count }, () => {
      const base = time(read);
      return time(match) / base;
    });
    if (units === 0) throw new Error('the page has no text');
    return { ratios, marks };
  };
  return page.evaluate(compare, comparing);
}
