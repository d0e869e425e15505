/**
 * `npm run bench`: R1 to R6 and R10 of the performance table in one run, printed and kept in RESULTS.md.
 * `npm run bench -- --quick` leaves out the peers and the file, `--only=R4` all but the part it names.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { buildScriptIndex } from '../../src/compiler/build-index.ts';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { loadMatcher } from '../../src/core/matcher.ts';
import type { PackNames } from '../../src/core/pack-names.ts';
import { KEPT_WORDS } from '../../src/core/plain-scan.ts';
import { WordScan } from '../../src/core/word-scan.ts';
import {
  bundleMatcher,
  type Cold,
  measureBundled,
  measureCold,
  measureLoad,
  measureLooks,
  measureWords,
} from './cold.ts';
import { createTerms, createText, createVocabulary } from './corpus.ts';
import { type Engine, naive, peers, product } from './engines.ts';
import { createHostiles } from './hostile.ts';
import { cpuNs, measurePaired, median, readUnits } from './measure.ts';
import { measureReading } from './reading.ts';

const quick = process.argv.includes('--quick');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7);
const wants = (part: string) => only === undefined || only === part;

const SIZES = [100, 1_000, 10_000, 100_000];
const LENGTH = 1_000_000;
const ROUNDS = 25;
// A peer's pass is far longer than ours: fewer rounds bring the same certainty.
const PEER_ROUNDS = 5;
/** Units of text on which a list of so many terms is held against the naive engine. */
const CHECKED: Readonly<Record<number, number>> = { 100: 60_000, 1000: 60_000, 10000: 20_000, 100000: 4_000 };

const vocabulary = createVocabulary(50_000);
const allTerms = createTerms(100_000, vocabulary);
// One word in a hundred belongs to a term; of the terms, the first 100, so that every list meets the same text.
const text = createText({ length: LENGTH, vocabulary, terms: allTerms.slice(0, 100), density: 0.0025 });
const lines: string[] = [];
const scan = new WordScan();

function say(line = ''): void {
  console.log(line);
  lines.push(line);
}

const show = (ratio: number) => (ratio < 9.95 ? ratio.toFixed(2) : Math.round(ratio).toLocaleString('en'));
const verdict = (holds: boolean) => (holds ? 'holds' : '**missed**');
const inMs = (micros: number) => `${(micros / 1000).toFixed(1)} ms`;
const floorOf = (sample: string) => ({ run: readUnits, texts: [sample] });

function rowsOf(
  engine: Engine,
  find: (text: string) => { start: number; end: number; alias: number }[],
  sample: string,
) {
  return find(sample)
    .map(({ start, end, alias }) => (engine.hasOffsets ? `${start}-${end}:${alias}` : alias))
    .join(' ');
}

const expectedBySize = new Map<number, ReturnType<ReturnType<Engine['create']>>>();

/** What the naive engine finds in the sample; asked once a size, for it takes long. */
function expectedIn(terms: readonly string[], sample: string) {
  const known = expectedBySize.get(terms.length) ?? naive.create(terms)(sample);
  expectedBySize.set(terms.length, known);
  return known;
}

/** Throws unless the engine finds in a sample what the naive one finds, and in the whole text what ours finds. */
function check(engine: Engine, find: ReturnType<Engine['create']>, terms: readonly string[]): void {
  const sample = text.slice(0, CHECKED[terms.length] ?? 0);
  const expected = expectedIn(terms, sample);
  if (rowsOf(engine, find, sample) !== rowsOf(engine, () => expected, sample)) {
    throw new Error(`${engine.name}, ${terms.length} terms: not what the naive reference finds`);
  }
  if (rowsOf(engine, find, text) !== rowsOf(engine, product.create(terms), text)) {
    throw new Error(`${engine.name}, ${terms.length} terms: not what Sidelight finds`);
  }
}

function measureEngine(engine: Engine, count: number): number | undefined {
  if (count > engine.maxTerms) return undefined;
  const terms = allTerms.slice(0, count);
  const find = engine.create(terms);
  check(engine, find, terms);
  const rounds = engine === product ? ROUNDS : PEER_ROUNDS;
  return measurePaired({ run: find, texts: [text] }, floorOf(text), rounds).ratio;
}

/** A peer's time ÷ ours on the same text, in turn. */
function measureLead(peer: Engine, count: number): number {
  const terms = allTerms.slice(0, count);
  const passOf = (engine: Engine) => ({ run: engine.create(terms), texts: [text] });
  return measurePaired(passOf(peer), passOf(product), PEER_ROUNDS).ratio;
}

async function reportEngines(): Promise<void> {
  const found = new Map<string, (number | undefined)[]>();
  for (const engine of quick ? [product] : [product, ...peers]) {
    found.set(
      engine.name,
      SIZES.map((count) => measureEngine(engine, count)),
    );
  }
  say('| times one `charCodeAt` pass, warm | 100 terms | 1,000 | 10,000 | 100,000 |');
  say('|---|---|---|---|---|');
  for (const [name, ratios] of found) {
    say(
      `| ${name} | ${ratios.map((ratio) => (ratio === undefined ? '–' : `×${show(ratio)}`)).join(' | ')} |`,
    );
  }
  const at = (name: string, size: number) => found.get(name)?.[SIZES.indexOf(size)] ?? Number.NaN;
  const ours = (size: number) => at(product.name, size);
  const words = measurePaired({ run: countWords, texts: [text] }, floorOf(text), ROUNDS).ratio;
  say();
  say(`- Finding the words and their hashes, without any list: ×${show(words)}.`);
  bar('R1', 'warm scan, 1,000 terms', ours(1_000), 2.5);
  bar('R1', 'warm scan, 10,000 terms', ours(10_000), 3);
  bar('R1', 'warm scan, 100,000 terms', ours(100_000), 5);
  const { names } = await bundledPack();
  const aliases = names.aliases.map(([alias]) => alias);
  const bundled = measurePaired({ run: product.create(aliases), texts: [text] }, floorOf(text), ROUNDS).ratio;
  say(`- With the bundled pack's ${aliases.length.toLocaleString('en')} names and cues: ×${show(bundled)}.`);
  bar('R2', 'time at 10,000 ÷ at 100', ours(10_000) / ours(100), 1.6);
  bar('R2', 'time at 100,000 ÷ at 100', ours(100_000) / ours(100), 3);
  if (quick) return;
  reportLead('one RegExp a term of mark.js', 100, 15);
  reportLead('one RegExp a term of mark.js', 1_000, 150);
  for (const size of [100, 1_000]) {
    const plain = at('one RegExp a term', size) / ours(size);
    say(
      `  - one RegExp a term of \`\\b\` and letters, which folds case alone, ${size.toLocaleString('en')} terms: ${show(plain)}`,
    );
  }
  reportLead('@monyone/aho-corasick/fast', 1_000, 5);
  reportLead('@monyone/aho-corasick/fast', 10_000, 5);
  reportLead('flashtext.js', 1_000, 4);
}

function reportLead(name: string, size: number, least: number): void {
  const peer = peers.find((one) => one.name === name);
  if (!peer) throw new Error(`no peer is called ${name}`);
  atLeast('R3', `${name} ÷ ours, ${size.toLocaleString('en')} terms`, measureLead(peer, size), least);
}

/** The part of our work that no list of terms can spare. */
function countWords(whole: string): number {
  let words = 0;
  scan.begin(whole);
  for (let from = 0; from < whole.length; words += scan.count - KEPT_WORDS) from = scan.step(from);
  return words;
}

function bar(name: string, what: string, ratio: number, most: number): void {
  say(`- ${name} ${what}: ${show(ratio)} (at most ${most}) ${verdict(ratio <= most)}`);
}

function atLeast(name: string, what: string, ratio: number, least: number): void {
  say(`- ${name} ${what}: ${show(ratio)} (at least ${least}) ${verdict(ratio >= least)}`);
}

async function reportCold(): Promise<void> {
  const page = createText({
    length: 60_000,
    vocabulary,
    terms: allTerms.slice(0, 100),
    density: 0.0025,
    seed: 9,
  });
  const cold = await measureCold(allTerms.slice(0, 1_000), page, quick ? 9 : ROUNDS);
  const { ratio, micros } = cold;
  bar(
    'R4',
    `first 60 KB in a fresh process, script and index of 1,000 terms included (${inMs(micros)})`,
    ratio,
    3.5,
  );
  sayMain(cold);
  const words = await measureWords(page, quick ? 9 : ROUNDS);
  say(
    `  - finding the words alone, their script included (${inMs(words.micros)}): ${show(words.ratio)}, without any list`,
  );
  sayMain(words);
  await reportBundled(page);
  say(`- The matcher is ${(await bundleMatcher()).length.toLocaleString('en')} bytes of minified script.`);
}

/** What a page pays: browsers compile optimised code on another thread, and only the cost of this one is felt. */
function sayMain({ mainRatio }: Cold): void {
  say(
    `    - on the main thread, optimised code being compiled on another as in browsers: ${show(mainRatio)}`,
  );
}

async function bundledPack() {
  const { pack, names } = await compilePack('data/human-rights-sanctions');
  if (!pack || !names) throw new Error('the bundled pack does not compile');
  return { pack, names };
}

/** R4 and R5 again with the index that readers have, out of its script. */
async function reportBundled(page: string): Promise<void> {
  const { pack, names } = await bundledPack();
  const scriptIndex = buildScriptIndex(pack, names);
  const rounds = quick ? 9 : ROUNDS;
  const first = await measureBundled(scriptIndex, page, rounds);
  const start = await measureBundled(scriptIndex, '', rounds);
  bar(
    'R4',
    `the same with the bundled pack's index (${inMs(first.micros)}, of them ${inMs(start.micros)} before the first character)`,
    first.ratio,
    3.5,
  );
  sayMain(first);
  await reportLooks(names, page, rounds);
  const aliases = names.aliases.map(([text]) => text);
  const load = await measureLoad(scriptIndex, aliases, rounds);
  bar('R5', `bundled pack, cold: load ÷ build of its tables alone (${inMs(load.micros)})`, load.ratio, 0.5);
}

/** R4 of what a page runs: the index is with the background, which has it warm. */
async function reportLooks(names: PackNames, page: string, rounds: number): Promise<void> {
  const without = await measureLooks(names, page, rounds);
  bar(
    'R4',
    `what a page runs of it, without a name of the bundled pack, its tables included (${inMs(without.micros)})`,
    without.ratio,
    3.5,
  );
  sayMain(without);
  const named = page.replaceAll(/\n/g, ' The Magnitsky Act was passed.\n');
  const looks = await measureLooks(names, named, rounds);
  bar('R4', `the same with such names in every line (${inMs(looks.micros)})`, looks.ratio, 3.5);
  sayMain(looks);
}

function reportLoading(): void {
  const json = JSON.stringify(allTerms);
  const bytes = buildMatcher(allTerms);
  const times = (run: () => void) => {
    const start = cpuNs();
    run();
    return cpuNs() - start;
  };
  const ratios = [1, 2, 3].map(() => {
    const build = times(() => loadMatcher(buildMatcher(JSON.parse(json))));
    return times(() => loadMatcher(bytes)) / build;
  });
  say(
    `- R5 load ÷ build, 100,000 terms: ${median(ratios).toFixed(4)} (at most 0.5) ${verdict(median(ratios) <= 0.5)}`,
  );
  for (const size of SIZES) {
    const perTerm = buildMatcher(allTerms.slice(0, size)).length / size;
    const limit = size === 100_000 ? ` (at most 80) ${verdict(perTerm <= 80)}` : '';
    say(`- R5 bytes a term, ${size.toLocaleString('en')} terms: ${perTerm.toFixed(0)}${limit}`);
  }
}

function reportHostile(): void {
  const terms = allTerms.slice(0, 1_000);
  const ours = (list: readonly string[], sample: string, rounds: number) =>
    measurePaired(
      { run: product.create(list), texts: [sample] },
      { run: product.create(terms), texts: [text] },
      rounds,
    ).ratio;
  say('| hostile text, 1 MB | time ÷ normal text a MB |');
  say('|---|---|');
  for (const hostile of createHostiles(terms, vocabulary, LENGTH)) {
    const ratio = ours(hostile.terms, hostile.text, 9);
    say(`| ${hostile.name} | ${show(ratio)} ${ratio <= 4 ? '' : '**missed**'} |`);
  }
  say();
  const half = text.slice(0, LENGTH / 2);
  bar('R6', 'time for twice the text', 2 / ours(terms, half, ROUNDS), 2.2);
}

async function reportReading(): Promise<void> {
  const { pack, names } = await bundledPack();
  const reading = await measureReading(buildScriptIndex(pack, names), text, ROUNDS);
  if (reading === undefined) return say('- R10 not measured: there is no Chromium here');
  const { nodes, first, fresh, again } = reading;
  bar(
    'R10',
    `matching with the bundled pack ÷ reading ${nodes.toLocaleString('en')} text nodes by TreeWalker, in Chromium, each for the first time`,
    fresh,
    1,
  );
  say(`  - before anything has run in the tab: ${show(first)}; nodes that were read before: ${show(again)}`);
}

async function main(): Promise<void> {
  say('# The matcher, measured');
  say();
  say(
    `\`npm run bench\` on Node ${process.version}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores. CPU time, one thread, medians of`,
  );
  say(
    `paired ratios. ${LENGTH.toLocaleString('en')} characters of made English with curly quotes, terms of two to six words; one word in`,
  );
  say(
    'a hundred belongs to a term. Every engine folds case, keeps word bounds and takes the leftmost-longest match;',
  );
  say(
    'its list is compared with the naive reference before it is timed. Only Sidelight also folds dashes, quotes, spaces,',
  );
  say('diacritics and the rest.');
  say();
  if (wants('R1')) await reportEngines();
  if (wants('R4')) await reportCold();
  if (wants('R5')) reportLoading();
  say();
  if (wants('R6')) reportHostile();
  if (wants('R10')) await reportReading();
  if (!quick && only === undefined)
    writeFileSync(new URL('RESULTS.md', import.meta.url), `${lines.join('\n')}\n`);
}

await main();
