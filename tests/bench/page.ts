/**
 * `npm run bench:page [-- DIR [NAME…]] [--visits=N] [--firefox]`: R7, R8, R9, R12 and R13 of the performance table, in one run with
 * and without Sidelight and beside mark.js, printed and kept in PAGE.md. DIR holds real pages; of those with a NAME in
 * their file's name all are taken, else a few.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../src/cli/browsers.ts';
import { serveLoopback } from '../../src/cli/loopback.ts';
import { inProject } from '../../src/cli/project.ts';
import { openSession, type Session } from '../../src/cli/session.ts';
import { barOf, type CardOpenWay, cardOpenPages, measureCardOpen } from './card-open.ts';
import { buildThatCountsReading, readUnitsRead } from './counting-build.ts';
import { buildLeastExtension } from './least-extension.ts';
import { timeMainThread } from './main-thread.ts';
import { median } from './measure.ts';
import { articleNames, type BenchPage, putHugePage, putPages } from './page-fixtures.ts';
import {
  countMarks,
  readHeapBytes,
  readNames,
  readVitals,
  restMs,
  runMarkJs,
  settleMs,
  type Vitals,
} from './page-jobs.ts';
import { traceMainThread } from './page-trace.ts';
import { measureExtension } from './tab-cost.ts';

const cardRounds = 7;
const stillMs = 10_000;
/** Until a page of 20 MB has been read, on a slow machine. */
const hugeRestMs = 30_000;
/** mark.js needs minutes for one large page. */
const markJsLimitMs = 30_000;

const args = process.argv.slice(2);
const kind: BrowserKind = args.includes('--firefox') ? 'firefox' : 'chromium';
const rounds = Number(args.find((arg) => arg.startsWith('--visits='))?.slice('--visits='.length) ?? 7);
const [given, ...wanted] = args.filter((arg) => !arg.startsWith('-'));
const folder = given === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? process.cwd(), given);
if (folder !== undefined && !existsSync(folder)) throw new Error(`${folder} is not there`);

const file = kind === 'firefox' ? 'PAGE-FIREFOX.md' : 'PAGE.md';
const lines: string[] = [];
const say = (line = ''): void => {
  console.log(line);
  lines.push(line);
  writeFileSync(inProject('tests', 'bench', file), `${lines.join('\n').trimEnd()}\n`);
};
const ms = (value: number) =>
  Number.isNaN(value) ? '-' : value < 9.95 ? value.toFixed(1) : value.toFixed(0);
const verdict = (holds: boolean) => (holds ? 'holds' : '**missed**');
const range = (values: readonly number[]) => `${ms(Math.min(...values))}-${ms(Math.max(...values))}`;

interface Visit {
  /** CPU time of the main thread, ms. */
  readonly mainMs: number;
  /** The same page once more in the same tab. */
  readonly againMs: number;
  /** CPU time of the extension's own processes meanwhile, ms: in steps of 10 in Chromium. */
  readonly backgroundMs: number;
  readonly vitals: Vitals;
  readonly heap: number;
  /** Marks in all frames of the page. */
  readonly marks: number;
}

async function load(page: Page, url: string): Promise<void> {
  await page.goto(url, { timeout: 120_000 });
  await sleep(settleMs);
}

async function timeLoad(page: Page, url: string): Promise<number> {
  if (kind === 'chromium') return timeMainThread(page, () => load(page, url));
  await load(page, url);
  return Number.NaN;
}

async function visit(session: Session, url: string): Promise<Visit> {
  const page = await session.newPage();
  const hasOwn = session !== without;
  const before = hasOwn ? await measureExtension(session) : 0;
  const mainMs = await timeLoad(page, url);
  const backgroundMs = hasOwn ? (await measureExtension(session)) - before : 0;
  const vitals = await readVitals(page);
  const marks = await countMarks(page);
  if (kind === 'chromium') await sleep(restMs);
  const heap = kind === 'chromium' ? await readHeapBytes(page) : Number.NaN;
  const againMs = await timeLoad(page, url);
  await page.close();
  return { mainMs, againMs, backgroundMs, vitals, heap, marks };
}

/** The longest task of ours while a page loads, ms. */
async function findLongestTask(url: string): Promise<number> {
  if (kind !== 'chromium') return Number.NaN;
  const page = await withIt.newPage();
  const { ownTasksMs } = await traceMainThread(page, () => load(page, url));
  await page.close();
  return ownTasksMs.at(-1) ?? Number.NaN;
}

interface Compared {
  readonly page: BenchPage;
  readonly withIt: readonly Visit[];
  readonly without: readonly Visit[];
  /** With an extension that does the least that one with settings can. */
  readonly least: readonly Visit[];
  readonly longestMs: number;
  readonly markJs: { readonly ms: number; readonly marks: number } | undefined;
}

const site = await serveLoopback();
const pages = putPages(site, folder, wanted);
const names = await readNames();
const withIt = await openSession(kind);
const without = await openSession(kind, { extensionDir: null });
const leastDir = buildLeastExtension(kind);
const least = await openSession(kind, { extensionDir: leastDir });

async function compare(page: BenchPage): Promise<Compared> {
  const sides: Record<'withIt' | 'without' | 'least', Visit[]> = { withIt: [], without: [], least: [] };
  await visit(withIt, page.url);
  for (let round = 0; round < rounds; round++) {
    sides.without.push(await visit(without, page.url));
    sides.withIt.push(await visit(withIt, page.url));
    sides.least.push(await visit(least, page.url));
  }
  const longestMs = await findLongestTask(page.url);
  return { page, ...sides, longestMs, markJs: page.isReal ? undefined : await tryMarkJs(page.url) };
}

async function tryMarkJs(url: string) {
  const page = await without.newPage(url);
  try {
    return await Promise.race([runMarkJs(page, names), sleep(markJsLimitMs, undefined, { ref: false })]);
  } catch (error) {
    console.error(`mark.js failed at ${url}: ${error instanceof Error ? error.message : error}`);
    return undefined;
  } finally {
    await page.close();
  }
}

const pick = (visits: readonly Visit[], of: (visit: Visit) => number) => median(visits.map(of));

function sayLoads(all: readonly Compared[]): void {
  say('## R7, R9, R13: pages with and without Sidelight');
  say();
  say(
    'Real pages are served from a folder, with the network cut: what they would fetch from elsewhere does not run, so that',
  );
  say('their own share is less here than at a reader’s.');
  say();
  say(
    `Medians of ${rounds} visits each, in turn; CPU time of the page's main thread until ${settleMs} ms after loading, in a new tab`,
  );
  say(
    '(whose process has run nothing yet) and again in the same tab. "Ours": what it takes more than without Sidelight, all that',
  );
  say('the browser does for it included. "Least": the same of an extension that does no more than listen to');
  say(
    'its messages and settings, which none with settings can go below on a page with text. ' +
      'mark.js marks the same names once, in the page itself.',
  );
  say();
  say(
    'R7 holds on a page whose own main thread takes as much as the column after it says, or more. "Background": CPU time of the',
  );
  say('extension’s own process in that time, which reads its code once for all pages and waits for nobody.');
  say();
  say(
    '| page | marks | page’s own, ms | ours, ms | least, ms | ÷ | bar | R7 | holds from, ms | again: own | ours | least | ÷ | R7 | background, ms | longest task, ms | mark.js, ms | ÷ ours | heap over twin, MB | least |',
  );
  say('|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|');
  for (const one of all) say(loadLine(one));
  say();
}

function loadLine({ page, markJs, longestMs, ...sides }: Compared): string {
  const marks = pick(sides.withIt, (each) => each.marks);
  const bar = page.name === 'empty' ? '3 ms' : marks > 0 ? '0.05' : '0.03';
  const costs = (['mainMs', 'againMs'] as const).map((which) => {
    const base = pick(sides.without, (each) => each[which]);
    const own = pick(sides.withIt, (each) => each[which]) - base;
    const leastMs = pick(sides.least, (each) => each[which]) - base;
    const holds = page.name === 'empty' ? own <= 3 : own / base <= Number(bar);
    return {
      base,
      own,
      leastMs,
      ratio: (own / base).toFixed(3),
      R7: kind === 'chromium' ? verdict(holds) : '-',
    };
  });
  const [first, again] = costs.map(({ base, own, leastMs, ratio }) => [
    ms(base),
    ms(own),
    ms(leastMs),
    ratio,
  ]);
  const heaps = [sides.withIt, sides.least].map(
    (side) => (pick(side, ({ heap }) => heap) - pick(sides.without, ({ heap }) => heap)) / 1e6,
  );
  const theirs = markJs ? ms(markJs.ms) : page.isReal ? '-' : `over ${markJsLimitMs / 1_000} s`;
  const times = markJs ? ms(markJs.ms / (costs[0]?.own ?? Number.NaN)) : '-';
  const cells = [
    page.name,
    marks,
    ...(first ?? []),
    bar,
    costs[0]?.R7,
    page.name === 'empty' ? '-' : ms((costs[0]?.own ?? Number.NaN) / Number(bar)),
    ...(again ?? []),
    costs[1]?.R7,
    ms(pick(sides.withIt, ({ backgroundMs }) => backgroundMs)),
    ms(longestMs),
  ];
  return `| ${[...cells, theirs, times, ...heaps.map((heap) => (Number.isNaN(heap) ? '-' : heap.toFixed(2)))].join(' | ')} |`;
}

function sayVitals(all: readonly Compared[]): void {
  say('## R9: what a reader feels');
  say();
  say(
    'Inside the noise: the median with Sidelight lies within what the page alone ranges over, or a frame beside it.',
  );
  say();
  say('| page | LCP with, ms | without | INP with, ms | without | CLS with | without | R9 |');
  say('|---|---|---|---|---|---|---|---|');
  for (const { page, ...sides } of all) {
    const of = (read: (vitals: Vitals) => number) => {
      const [ours, theirs] = [sides.withIt, sides.without].map((visits) =>
        visits.map(({ vitals }) => read(vitals)),
      );
      const middle = median(ours ?? []);
      return {
        middle,
        theirs: theirs ?? [],
        holds: Number.isNaN(middle) || middle <= Math.max(...(theirs ?? [])) + 17,
      };
    };
    const [lcp, inp, cls] = [of(({ lcpMs }) => lcpMs), of(({ inpMs }) => inpMs), of((each) => each.cls)];
    const clsHolds = cls.middle <= Math.max(...cls.theirs) + 0.001;
    say(
      `| ${page.name} | ${ms(lcp.middle)} | ${range(lcp.theirs)} | ${ms(inp.middle)} | ${range(inp.theirs)} | ${cls.middle.toFixed(3)} | ${Math.max(...cls.theirs).toFixed(3)} | ${verdict(lcp.holds && inp.holds && clsHolds)} |`,
    );
  }
  say();
}

async function sayHuge(): Promise<void> {
  const page = await withIt.newPage();
  const { totalMs, ownMs, ownTasksMs } = await traceMainThread(page, async () => {
    await page.goto(putHugePage(site), { timeout: 120_000 });
    await sleep(hugeRestMs);
  });
  await page.close();
  const at = (share: number) => ownTasksMs[Math.ceil(ownTasksMs.length * share) - 1] ?? Number.NaN;
  say('## R9 on a page of 20 MB');
  say();
  say(
    `Longest task of ours ${ms(at(1))} ms of ${ownTasksMs.length} (bar 10, collecting garbage aside): ${verdict(at(1) <= 10)}; the median ${ms(at(0.5))} ms, 99 of 100 at most ${ms(at(0.99))} ms; ours in all ${ms(ownMs)} ms, the page’s main thread ${ms(totalMs)} ms.`,
  );
  say();
}

async function sayChanges(): Promise<void> {
  const dir = buildThatCountsReading();
  const session = await openSession('chromium', { extensionDir: dir });
  const page = await session.newPage(site.url('/demo/article.html'));
  await sleep(settleMs);
  const before = await readUnitsRead(session, page);
  const changed = await changeAbout(page);
  await sleep(settleMs);
  const read = (await readUnitsRead(session, page)) - before;
  await session.close();
  rmSync(dir, { recursive: true });
  const still = await withIt.newPage(site.url('/demo/article.html'));
  await sleep(restMs);
  const { ownTasksMs } = await traceMainThread(still, () => sleep(stillMs));
  await still.close();
  say('## R8: changes, and none');
  say();
  say(
    `${changed} units changed in 100 paragraphs, one in ten with a term: ${read} read, ÷ ${(read / changed).toFixed(2)} (bar 1.5): ${verdict(read / changed <= 1.5)}.`,
  );
  say(
    `Wake-ups on a still page in ${stillMs / 1_000} s: ${ownTasksMs.length} (bar 0): ${verdict(ownTasksMs.length === 0)}.`,
  );
  say();
}

/** Adds paragraphs in batches; gives the units that came. */
function changeAbout(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let units = 0;
    for (let i = 0; i < 100; i++) {
      const part = document.createElement('p');
      part.textContent = `Part ${i}, on ${i % 10 ? 'the harbour' : 'the Magnitsky Act'} and an evening by the sea.`;
      units += part.textContent.length;
      document.querySelector('article')?.append(part);
      if (i % 20 === 0) await new Promise((done) => setTimeout(done, 300));
    }
    return units;
  });
}

/** In a browser of its own and with nothing else at work: whatever asks the page meanwhile holds up the card too. */
async function sayCards(): Promise<void> {
  say('## R12: from the end of the dwell to the painted card');
  say();
  say('| page | worker | median, ms | range | a frame without, ms | bar | |');
  say('|---|---|---|---|---|---|---|');
  for (const where of cardOpenPages) {
    for (const { way, paintedMs, frameMs } of await measureCardOpen(kind, where, cardRounds)) {
      const bar = way === 'cold' ? `${barOf(way)}` : `next frame: ${barOf(way)}`;
      const middle = median(paintedMs);
      const cells = [where, ways[way], ms(middle), range(paintedMs), ms(median(frameMs)), bar];
      say(`| ${[...cells, verdict(middle <= barOf(way))].join(' | ')} |`);
    }
  }
  say();
}

const ways: Readonly<Record<CardOpenWay, string>> = {
  warm: 'awake, the card new',
  again: 'awake, the card seen before',
  cold: 'stopped, page just loaded',
};

function sayMemory(all: readonly Compared[]): void {
  const over = (name: string) => {
    const article = all.find(({ page }) => page.name === name);
    const [ours, leastMb] = article
      ? [article.withIt, article.least].map(
          (side) => (pick(side, ({ heap }) => heap) - pick(article.without, ({ heap }) => heap)) / 1e6,
        )
      : [];
    return { ours: ours ?? Number.NaN, leastMb: leastMb ?? Number.NaN };
  };
  const alone = over(articleNames.alone);
  const whole = over(articleNames.whole);
  say('## R13: memory of a tab over its twin, typed arrays included');
  say();
  say(
    `An article of one document, which is what the bar is for: ${alone.ours.toFixed(2)} MB (bar 1.5): ${verdict(alone.ours <= 1.5)}; the least extension takes ${alone.leastMb.toFixed(2)} MB. The same article with a frame that has terms of its own, two documents: ${whole.ours.toFixed(2)} MB, the least extension ${whole.leastMb.toFixed(2)} MB.`,
  );
  say();
}

say(`# Pages, in ${await withIt.browser.version()}`);
say();
const command = `npm run bench:page${given === undefined ? '' : ' -- DIR'}${kind === 'firefox' ? ' --firefox' : ''}`;
say(
  `\`${command}\` on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}, ${new Date().toISOString().slice(0, 10)}. Ratios count; milliseconds are this machine’s.`,
);
say();
const compared: Compared[] = [];
for (const [at, page] of pages.entries()) {
  console.error(`${at + 1} of ${pages.length}: ${page.name}`);
  compared.push(await compare(page));
}
sayLoads(compared);
sayVitals(compared);
if (kind === 'chromium') {
  sayMemory(compared);
  await sayHuge();
  await sayChanges();
}
await Promise.all([withIt.close(), without.close(), least.close(), site.close()]);
rmSync(leastDir, { recursive: true });
await sayCards();
