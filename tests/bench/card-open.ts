import type { Page } from 'puppeteer-core';
import { type BrowserKind, browserKinds } from '../../src/cli/browsers.ts';
import { firefoxUuid } from '../../src/cli/launch.ts';
import { serveLoopback } from '../../src/cli/loopback.ts';
import { waitForMark } from '../../src/cli/pointer.ts';
import { inProject, runCommand } from '../../src/cli/project.ts';
import { openSession, type Session } from '../../src/cli/session.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { dwellPresets } from '../../src/core/hover-timing.ts';
import { inFirefoxWindow } from '../e2e/firefox-window.ts';
import { median } from './measure.ts';

// R12: from the end of the dwell to the first frame with the card. `npm run bench:card-open [-- browser rounds]`
// measures what is in dist/; `measureCardOpen` is for other benches.

/** Bars of R12, ms: warm, the next frame of a screen of 60 Hz and the one that it paints in; and with a cold worker. */
export const cardOpenBars = { warmMs: 34, coldMs: 100 } as const;

/** Enough for a median that one late frame does not move. */
const usualRounds = 9;

/** How a card was opened: content kept or not, the worker awake, or stopped just before, as after 30 s of reading. */
export type CardOpenWay = 'again' | 'warm' | 'cold';

export interface CardOpenFigures {
  readonly browser: BrowserKind;
  readonly page: CardOpenPage;
  readonly way: CardOpenWay;
  /** From the end of the dwell until the card is in the page, ms. */
  readonly insertedMs: readonly number[];
  /** Until the frame that first shows it is done, ms: what R12 counts. */
  readonly paintedMs: readonly number[];
  /** The same page without Sidelight: until a frame asked for at the same moment is done, ms. The floor. */
  readonly frameMs: readonly number[];
}

// Runs in the page before anything else: notes arrivals of the pointer, our element, and the end of its first frame.
const watcher = `
  const seen = { moves: [], added: [], painted: [] };
  window.seen = seen;
  addEventListener('pointermove', (event) => seen.moves.push(event.timeStamp), true);
  const afterFrame = (note) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => note(performance.now());
    port2.postMessage(0);
  });
  new MutationObserver((records) => {
    if (!records.some(({ addedNodes }) => [...addedNodes].some((node) => node.popover))) return;
    seen.added.push(performance.now());
    afterFrame((at) => seen.painted.push(at));
  }).observe(document, { childList: true, subtree: true });
  window.measureFrame = () => new Promise((resolve) => {
    const from = performance.now();
    afterFrame((at) => resolve(at - from));
  });
`;

/** The term whose card is measured, and one whose card brings the code before. */
const [measured, other] = ['Magnitsky Act', 'Jackson-Vanik amendment'] as const;
const body = [measured, other]
  .map((term) => `<p style="margin:40px 60px 300px">Of the ${term} it speaks.</p>`)
  .join('');
const plainPage = `<!doctype html><html lang="en"><title>Bench</title><body style="font:18px/30px serif">${body}`;

/** Where cards are opened: on a page of two lines, or in an article as readers have it. */
export const cardOpenPages = ['two lines', 'demonstration article'] as const;
export type CardOpenPage = (typeof cardOpenPages)[number];

interface Seen {
  readonly moves: number[];
  readonly added: number[];
  readonly painted: number[];
}

const readSeen = (page: Page): Promise<Seen> => page.evaluate('window.seen') as Promise<Seen>;

/** Measures every way in one browser of its own, on a page that is fresh each round but for the way that comes again. */
export async function measureCardOpen(
  kind: BrowserKind,
  where: CardOpenPage,
  rounds = usualRounds,
): Promise<CardOpenFigures[]> {
  const session = await openSession(kind);
  const site = await serveLoopback();
  try {
    site.putFolder('/demo/', inProject('tests', 'fixtures', 'demo'));
    const url = where === 'two lines' ? site.put('/bench', plainPage) : site.url('/demo/article.html');
    const page = await session.newPage();
    await page.evaluateOnNewDocument(watcher);
    await page.goto(url);
    const figures: CardOpenFigures[] = [];
    for (const way of ['warm', 'again', 'cold'] as const) {
      const measures = await measureWay(session, page, way, rounds);
      figures.push({ browser: kind, page: where, way, ...measures });
    }
    return figures;
  } finally {
    await session.close();
    await site.close();
  }
}

type Measures = Pick<CardOpenFigures, 'insertedMs' | 'paintedMs' | 'frameMs'>;

async function measureWay(session: Session, page: Page, way: CardOpenWay, rounds: number): Promise<Measures> {
  const insertedMs: number[] = [];
  const paintedMs: number[] = [];
  const frameMs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await page.mouse.move(2, 2);
    await page.reload();
    await waitForMark(page, measured);
    // The card's code is in the page, and for `again` this very card too.
    if (way !== 'cold') await openOnce(page, way === 'again' ? measured : other);
    if (way === 'cold') await stopWorker(session, page);
    const opened = await openOnce(page, measured);
    insertedMs.push(opened.insertedMs);
    paintedMs.push(opened.paintedMs);
    frameMs.push((await page.evaluate('measureFrame()')) as number);
  }
  return { insertedMs, paintedMs, frameMs };
}

/** Rests on a term until its card is painted, then takes the pointer away until it has gone. */
async function openOnce(page: Page, term: string): Promise<{ insertedMs: number; paintedMs: number }> {
  const before = await readSeen(page);
  const mark = await waitForMark(page, term);
  const x = mark.x + mark.width / 2;
  const y = mark.y + mark.height / 2;
  await page.mouse.move(x, y);
  const seen = await waitFor('the card to be painted', async () => {
    const now = await readSeen(page);
    return now.painted.length > before.painted.length && now;
  });
  // A single move: its arrival is where the rest began.
  const dwellEnd = (seen.moves.at(-1) ?? Number.NaN) + dwellPresets.normal;
  await page.keyboard.press('Escape');
  await waitFor('the card to go', () => page.evaluate(() => document.querySelector('[popover]') === null));
  await page.mouse.move(900, 2);
  return {
    insertedMs: (seen.added.at(-1) ?? Number.NaN) - dwellEnd,
    paintedMs: (seen.painted.at(-1) ?? Number.NaN) - dwellEnd,
  };
}

/** As the browser itself does when the worker has been idle. */
async function stopWorker(session: Session, page: Page): Promise<void> {
  if (session.kind === 'firefox') {
    await inFirefoxWindow(
      session,
      async (host) => {
        type Policy = {
          getByHostname(host: string): { extension: { terminateBackground(): Promise<void> } };
        };
        const { WebExtensionPolicy } = globalThis as never as { WebExtensionPolicy: Policy };
        await WebExtensionPolicy.getByHostname(host).extension.terminateBackground();
        return true;
      },
      firefoxUuid,
    );
    return;
  }
  const client = await page.createCDPSession();
  await client.send('ServiceWorker.enable');
  await client.send('ServiceWorker.stopAllWorkers');
  await client.detach();
}

/** The bar of a way, ms. */
export function barOf(way: CardOpenWay): number {
  return way === 'cold' ? cardOpenBars.coldMs : cardOpenBars.warmMs;
}

function toRow({ browser, page, way, insertedMs, paintedMs, frameMs }: CardOpenFigures): string {
  const bar = barOf(way);
  const shown = [insertedMs, paintedMs, frameMs].map((values) => median(values).toFixed(1).padStart(9));
  const most = Math.max(...paintedMs)
    .toFixed(1)
    .padStart(9);
  return `${browser.padEnd(9)} ${page.padEnd(22)} ${way.padEnd(6)} ${shown.join(' ')} ${most}  ${median(paintedMs) <= bar ? 'holds' : 'over'} ${bar}`;
}

if (process.argv[1] === inProject('tests', 'bench', 'card-open.ts')) {
  await runCommand(async () => {
    const [named, rounds] = process.argv.slice(2);
    const kinds = browserKinds.filter((kind) => named === undefined || kind === named);
    console.log('R12, ms after the dwell                          in page   painted  a frame      most');
    for (const kind of kinds) {
      for (const where of cardOpenPages) {
        const figures = await measureCardOpen(kind, where, Number(rounds ?? usualRounds));
        for (const each of figures) console.log(toRow(each));
      }
    }
    return 0;
  });
}
