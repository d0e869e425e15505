/**
 * What a pack of 100,000 terms costs (R14): `npm run bench:large-pack [-- chromium|firefox]` after a build. Imports it
 * through the options page, then opens the same article without Sidelight, with the bundled pack alone, and with the
 * large one, in turns. CPU and memory are those of the page's own process, as the browser counts them.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { type BrowserKind, browserKinds } from '../../src/cli/browsers.ts';
import { serveLoopback } from '../../src/cli/loopback.ts';
import { inProject } from '../../src/cli/project.ts';
import { openSession, type Session } from '../../src/cli/session.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { plainPack, sealedFile } from '../fixtures/telegraph.ts';
import { createTerms, createText, createVocabulary } from './corpus.ts';
import { measureExtension, measureTab, type TabCost } from './tab-cost.ts';

const TERMS = 100_000;
const ROUNDS = Number(process.env['ROUNDS'] ?? 7);
/** After a load, everything of ours has come to rest once the tab has used next to nothing for so long. */
const QUIET_MS = 800;
const QUIET_CPU_MS = 20;
const MOST_QUIETS = 6;

const vocabulary = createVocabulary(30_000);
const labels = createTerms(TERMS, vocabulary).map((label) => label.slice(0, 48).trim());

function makePack(): string {
  const terms = [...new Set(labels)].map((label, at) => ({
    id: `term-${at}`,
    label,
    gloss: `${label}: what is known of it stands here, in a sentence or two as long as usual, number ${at}.`,
  }));
  return sealedFile(plainPack(terms, { id: 'large', title: 'A large pack' }));
}

/** An article of 60 KB in which one word in a hundred begins a name; `named`: of the bundled pack alone. */
function makeArticle(terms: readonly string[]): string {
  const text = createText({ length: 60_000, vocabulary, terms, density: 0.01 });
  const paragraphs = text.split('\n').map((line) => `<p>${line}</p>`);
  return `<!doctype html><html lang="en"><title>Article</title>${paragraphs.join('')}<p>The Magnitsky Act.</p></html>`;
}

interface ImportTimes {
  readonly previewMs: number;
  readonly keepMs: number;
  /** The longest time in which the options page could not have answered a click. */
  readonly longestBlockMs: number;
}

async function importPack(page: Page, path: string): Promise<ImportTimes> {
  const field = await waitFor('the packs section', () => page.$('.packs input[type=file]'));
  await page.evaluate(watchBlocks);
  const start = performance.now();
  await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
  await waitFor('the preview', () => page.$('.packs .preview button.main'), 60_000);
  const shown = performance.now();
  await page.click('.packs .preview button.main');
  await waitFor('the pack in the list', () => page.$('.packs .added li'), 60_000);
  const kept = performance.now();
  const longestBlockMs = await page.evaluate(() => (globalThis as { longest?: number }).longest ?? 0);
  return { previewMs: shown - start, keepMs: kept - shown, longestBlockMs };
}

/** Notes the longest time between two turns of the page's thread. */
function watchBlocks(): void {
  const watched = globalThis as { longest?: number };
  watched.longest = 0;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    watched.longest = Math.max(watched.longest ?? 0, now - last);
    last = now;
  }, 4);
}

async function measure(session: Session, url: string): Promise<TabCost> {
  const page = await session.browser.newPage();
  const before = await measureTab(session, page);
  await page.goto(url);
  const after = await measureAtRest(session, page);
  await page.close();
  return { cpuMs: after.cpuMs - before.cpuMs, memoryMb: after.memoryMb };
}

async function measureAtRest(session: Session, page: Page): Promise<TabCost> {
  let last = await measureTab(session, page);
  for (let left = MOST_QUIETS; left > 0; left -= 1) {
    await sleep(QUIET_MS);
    const now = await measureTab(session, page);
    if (now.cpuMs - last.cpuMs < QUIET_CPU_MS) return now;
    last = now;
  }
  return last;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function run(kind: BrowserKind): Promise<void> {
  const site = await serveLoopback();
  const pack = makePack();
  const path = join(mkdtempSync(join(tmpdir(), 'large-pack-')), 'large.json');
  writeFileSync(path, pack);
  const plain = site.put('/plain', makeArticle([]));
  const named = site.put('/named', makeArticle(labels));
  const ours = site.put('/ours', makeArticle(bundledLabels()));
  const twin = await openSession(kind, { extensionDir: null });
  const bundled = await openSession(kind);
  const large = await openSession(kind);
  const options = await large.openExtensionPage('pages/options/options.html');
  const cpuBefore = await measureExtension(large);
  const times = await importPack(options, path);
  const cpuMs = (await measureExtension(large)) - cpuBefore;
  await options.close();
  console.log(`${kind}: ${TERMS} terms, ${(pack.length / 1e6).toFixed(1)} MB, sha256 ${hash(pack)}`);
  console.log(
    `  import: preview after ${Math.round(times.previewMs)} ms, kept after ${Math.round(times.keepMs)} ms more; ` +
      `${Math.round(cpuMs)} ms of CPU in all; page blocked for ${Math.round(times.longestBlockMs)} ms at most`,
  );
  const sessions = { twin, bundled, large };
  await compare('an article without a name', sessions, { bundled: plain, large: plain });
  await compare('an article with as many names of the pack at hand', sessions, {
    bundled: ours,
    large: named,
  });
  await compare('the article with names of the large pack', sessions, { bundled: named, large: named });
  for (const session of [twin, bundled, large]) await session.close();
  await site.close();
}

function bundledLabels(): readonly string[] {
  const pack = JSON.parse(readFileSync(inProject('dist/chrome/packs/human-rights-sanctions.json'), 'utf8'));
  return (pack.terms as { label: string; priority: number }[])
    .filter(({ priority }) => priority === 1)
    .map(({ label }) => label);
}

async function compare(
  name: string,
  sessions: Readonly<Record<'twin' | 'bundled' | 'large', Session>>,
  urls: Readonly<Record<'bundled' | 'large', string>>,
): Promise<void> {
  const costs: Record<'twin' | 'bundled' | 'large', TabCost[]> = { twin: [], bundled: [], large: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const which of ['twin', 'bundled', 'large'] as const) {
      const cost = await measure(sessions[which], which === 'twin' ? urls.large : urls[which]);
      // The first round only warms the browser.
      if (round > 0) costs[which].push(cost);
    }
  }
  const cpu = (which: keyof typeof costs) => median(costs[which].map(({ cpuMs }) => cpuMs));
  const memory = (which: keyof typeof costs) => median(costs[which].map(({ memoryMb }) => memoryMb));
  const [own, more] = [cpu('bundled') - cpu('twin'), cpu('large') - cpu('twin')];
  console.log(
    `  ${name}: CPU ${cpu('twin').toFixed(0)} ms without, +${own.toFixed(1)} ms bundled, +${more.toFixed(1)} ms large ` +
      `(×${(more / own).toFixed(2)}); memory +${(memory('bundled') - memory('twin')).toFixed(1)} MB bundled, ` +
      `+${(memory('large') - memory('twin')).toFixed(1)} MB large`,
  );
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

const chosen = browserKinds.filter((kind) => (process.argv[2] ?? kind) === kind);
for (const kind of chosen) await run(kind);
