import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildMatcher } from '../../src/core/build-matcher.ts';
import { median } from './measure.ts';

// What a fresh process runs: the script is evaluated, the index loaded and the text read once, as on a new page.
const CHILD = `
const { readFileSync } = require('node:fs');
const { runInThisContext } = require('node:vm');
const [script, data, textFile] = process.argv.slice(2);
const code = readFileSync(script, 'utf8');
const bytes = new Uint8Array(readFileSync(data));
const text = readFileSync(textFile, 'utf16le');
process.cpuUsage();
const before = process.cpuUsage();
runInThisContext(code);
globalThis.runOnce(text, bytes);
const { user, system } = process.cpuUsage(before);
console.log(user + system);
`;
const FLOOR =
  'globalThis.runOnce = (text) => { let mixed = 0; for (let at = 0; at < text.length; at += 1) mixed ^= text.charCodeAt(at); return mixed; };';
const SUBJECT =
  "import { loadMatcher } from './src/core/matcher.ts'; globalThis.runOnce = (text, bytes) => loadMatcher(bytes).findAll(text);";

/** The matcher as it ships, in one minified script; `bytes` is what it adds to every page. */
export async function bundleMatcher(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: SUBJECT, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2023',
  });
  return outputFiles[0]?.text ?? '';
}

/** Median of paired ratios matcher ÷ floor, each run in a process of its own, and the matcher's time in µs. */
export async function measureCold(terms: readonly string[], text: string, rounds: number) {
  const folder = mkdtempSync(join(tmpdir(), 'matcher-bench-'));
  const put = (name: string, data: string | Uint8Array) => {
    writeFileSync(join(folder, name), data);
    return join(folder, name);
  };
  const child = put('child.cjs', CHILD);
  const data = put('index.bin', buildMatcher(terms));
  const textFile = put('text.txt', Buffer.from(text, 'utf16le'));
  const scripts = { floor: put('floor.js', FLOOR), subject: put('matcher.js', await bundleMatcher()) };
  const run = (script: string) =>
    Number(
      execFileSync(process.execPath, ['--single-threaded', child, script, data, textFile], {
        encoding: 'utf8',
      }),
    );
  const ratios: number[] = [];
  const micros: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const floor = run(scripts.floor);
    const subject = run(scripts.subject);
    ratios.push(subject / floor);
    micros.push(subject);
  }
  rmSync(folder, { recursive: true });
  return { ratio: median(ratios), micros: median(micros) };
}
