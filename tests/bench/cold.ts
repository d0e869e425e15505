import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildLooks } from '../../src/core/build-first-look.ts';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import type { PackNames } from '../../src/core/pack-names.ts';
import type { ScriptIndex } from '../../src/core/script-index.ts';
import { median } from './measure.ts';

// What a fresh process runs: the script is evaluated, the index loaded and the text read once, as on a new page.
const CHILD = `
const { readFileSync } = require('node:fs');
const { runInThisContext } = require('node:vm');
const [script, data, textFile, thread] = process.argv.slice(2);
const cpu = thread === 'main' ? process.threadCpuUsage : process.cpuUsage;
const code = readFileSync(script, 'utf8');
const bytes = new Uint8Array(readFileSync(data));
const text = readFileSync(textFile, 'utf16le');
cpu();
const before = cpu();
runInThisContext(code);
globalThis.runOnce(text, bytes);
const { user, system } = cpu(before);
console.log(user + system);
`;
const FLOOR =
  'globalThis.runOnce = (text) => { let mixed = 0; for (let at = 0; at < text.length; at += 1) mixed ^= text.charCodeAt(at); return mixed; };';
const SUBJECT =
  "import { loadMatcher } from './src/core/matcher.ts'; globalThis.runOnce = (text, bytes) => loadMatcher(bytes).findAll(text);";
const WORDS =
  "import { WordScan } from './src/core/word-scan.ts'; globalThis.runOnce = (text) => { const scan = new WordScan(); scan.begin(text); for (let from = 0; from < text.length; ) from = scan.step(from); };";
const BUNDLED =
  "import { loadMatcher } from './src/core/matcher.ts'; import { readScriptIndex } from './src/core/script-index.ts'; globalThis.runOnce = (text) => loadMatcher(readScriptIndex(JSON.parse(SCRIPT_INDEX)).matcher).findAll(text);";
const LOOKS =
  "import { decodeBase64 } from './src/browser/base64.ts'; import { createFirstLook, createKeyLook } from './src/core/first-look.ts'; globalThis.runOnce = (text) => createFirstLook(plain, () => decodeBase64(keys))(text).length > 0 && createKeyLook([keys, second].map(decodeBase64))(text);";
const LOAD =
  "import { readScriptIndex } from './src/core/script-index.ts'; globalThis.runOnce = () => readScriptIndex(JSON.parse(SCRIPT_INDEX));";
const BUILD =
  "import { buildMatcher } from './src/core/build-matcher.ts'; globalThis.runOnce = (text, bytes) => buildMatcher(JSON.parse(new TextDecoder().decode(bytes)));";

/** The matcher as it ships, in one minified script; `bytes` is what it adds to every page. */
export function bundleMatcher(): Promise<string> {
  return bundle(SUBJECT);
}

/** A minified script of this source, whose imports stand in the project. */
export async function bundle(contents: string, define: Record<string, string> = {}): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    charset: 'utf8',
    define,
  });
  return outputFiles[0]?.text ?? '';
}

/** What a script costs next to another: medians of paired ratios, each run in a process of its own, and its µs. */
export interface Cold {
  readonly ratio: number;
  readonly micros: number;
  /** The same of the main thread alone, where optimised code is compiled on another, as in browsers. */
  readonly mainRatio: number;
}

/** The matcher with a list of terms in bytes ÷ the floor, on a first text. */
export async function measureCold(terms: readonly string[], text: string, rounds: number): Promise<Cold> {
  return compare(await bundleMatcher(), FLOOR, { text, data: buildMatcher(terms), rounds });
}

/** Finding the words alone, without any list: the part that no index can spare. */
export async function measureWords(text: string, rounds: number): Promise<Cold> {
  return compare(await bundle(WORDS), FLOOR, { text, data: new Uint8Array(0), rounds });
}

/** The matcher with the bundled pack's index, which is in the script. */
export async function measureBundled(index: ScriptIndex, text: string, rounds: number): Promise<Cold> {
  const script = await bundle(BUNDLED, { SCRIPT_INDEX: JSON.stringify(JSON.stringify(index)) });
  return compare(script, FLOOR, { text, data: new Uint8Array(0), rounds });
}

/** What a page itself runs: the first look and, where that finds something, the whole one over the text again. */
export async function measureLooks(names: PackNames, text: string, rounds: number): Promise<Cold> {
  const { first, second } = buildLooks(names);
  const base64 = (bytes: Uint8Array) => JSON.stringify(Buffer.from(bytes).toString('base64'));
  const keys = `const keys = ${base64(first.keys)}, second = ${base64(second)};`;
  const plain = `const plain = { expression: /${first.pattern}/g, words: ${JSON.stringify(first.words)} };`;
  const script = await bundle(`${LOOKS}${keys}${plain}`);
  return compare(script, FLOOR, { text, data: new Uint8Array(0), rounds });
}

/** Loading the bundled pack's index ÷ building only its tables from a JSON list of its aliases. */
export async function measureLoad(
  index: ScriptIndex,
  aliases: readonly string[],
  rounds: number,
): Promise<Cold> {
  const load = await bundle(LOAD, { SCRIPT_INDEX: JSON.stringify(JSON.stringify(index)) });
  return compare(load, await bundle(BUILD), { text: '', data: Buffer.from(JSON.stringify(aliases)), rounds });
}

interface Given {
  readonly text: string;
  readonly data: Uint8Array;
  readonly rounds: number;
}

function compare(subject: string, floor: string, { text, data, rounds }: Given): Cold {
  const folder = mkdtempSync(join(tmpdir(), 'matcher-bench-'));
  const put = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const child = put('child.cjs', CHILD);
  const files = [put('data.bin', data), put('text.txt', Buffer.from(text, 'utf16le'))];
  const scripts = [put('subject.js', subject), put('floor.js', floor)] as const;
  const run = (...args: readonly string[]) =>
    Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  const runAlone = (script: string) => run('--single-threaded', child, script, ...files);
  const runOnMain = (script: string) => run(child, script, ...files, 'main');
  const ratios: number[] = [];
  const micros: number[] = [];
  const mainRatios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const base = runAlone(scripts[1]);
    micros.push(runAlone(scripts[0]));
    ratios.push((micros.at(-1) ?? 0) / base);
    const mainBase = runOnMain(scripts[1]);
    mainRatios.push(runOnMain(scripts[0]) / mainBase);
  }
  rmSync(folder, { recursive: true });
  return { ratio: median(ratios), micros: median(micros), mainRatio: median(mainRatios) };
}
