import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { preparePack } from '../../src/browser/prepare-pack.ts';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { compilePackFile } from '../../src/compiler/compile-pack-file.ts';
import { buildNameFilters } from '../../src/core/name-filter.ts';

// npm run bench:packs [-- TERMS…]: what large packs cost to check, build and read. Writes tests/bench/PACKS.md.
// Each size in a process of its own, so that memory is its own too; CPU time, since machines are shared.

const SYLLABLES = 'ka lo mi ten dra su ver pol ne tar gu ish'.split(' ');
const SIZES = [1_000, 10_000, 100_000];
const TERMS_IN_FILE = 5_000;
const MIB = 1024 * 1024;

interface Figures {
  readonly terms: number;
  readonly steps: readonly (readonly [name: string, cpuMs: number, peakMib: number])[];
  readonly fileMib: number;
  readonly indexBytes: number;
  readonly filterBytes: number;
  readonly progress: number;
}

if (process.send) {
  process.send?.(await measure(Number(process.argv[2])));
  process.disconnect?.();
} else {
  const { fork } = await import('node:child_process');
  const sizes = process.argv.slice(2).map(Number);
  const all: Figures[] = [];
  for (const terms of sizes.length > 0 ? sizes : SIZES) {
    const child = fork(import.meta.filename, [String(terms)]);
    all.push(
      await new Promise<Figures>((resolve, reject) => {
        child.once('message', (figures) => resolve(figures as Figures));
        child.once('exit', (code) => code && reject(new Error(`left with ${code}`)));
      }),
    );
  }
  const report = reportOf(all);
  console.log(report);
  if (sizes.length === 0) await writeFile(join(import.meta.dirname, 'PACKS.md'), report);
}

async function measure(terms: number): Promise<Figures> {
  const dir = join(await mkdtemp(join(tmpdir(), 'bench-')), 'large');
  await writeFolder(dir, terms);
  const steps: [string, number, number][] = [];
  let progress = 0;
  const step = async <T>(name: string, work: () => Promise<T> | T): Promise<T> => {
    const before = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    steps.push([name, (user + system) / 1000, process.resourceUsage().maxRSS / 1024]);
    return result;
  };
  const { problems } = await step('check', () => compilePack(dir, () => (progress += 1)));
  if (problems[0]) throw new Error(`${problems[0].file}:${problems[0].line} ${problems[0].message}`);
  const { built } = await step('build', () => compilePackFile(dir));
  if (built === undefined) throw new Error('the pack does not build');
  const file = join(dir, 'large.pack.json');
  await writeFile(file, built.text);
  const bytes = new Uint8Array(await readFile(file));
  const prepared = await step('add', () => preparePack(bytes, { bundled: [], nowMs: 0, mustBeSealed: true }));
  if ('fault' in prepared) throw new Error(prepared.fault);
  const { telling, other } = buildNameFilters([prepared.contents.names]);
  await rm(dir, { recursive: true });
  const sizes = { indexBytes: built.index.length, filterBytes: telling.length + other.length };
  return { terms, steps, fileMib: bytes.length / MIB, ...sizes, progress };
}

function word(seed: number): string {
  let text = '';
  for (let rest = seed; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    text += SYLLABLES[rest % SYLLABLES.length];
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** As a machine would write it: lists of terms as JSON, each term with two names, one with a rule. */
async function writeFolder(dir: string, terms: number): Promise<void> {
  await mkdir(join(dir, 'terms'), { recursive: true });
  const head = ['title: Large', 'version: "1"', 'language: en', 'licence: CC0-1.0', 'publisher: Bench'];
  await writeFile(join(dir, 'pack.yaml'), `${head.join('\n')}\n`);
  for (let from = 0; from < terms; from += TERMS_IN_FILE) {
    const length = Math.min(TERMS_IN_FILE, terms - from);
    const list = Array.from({ length }, (_, at) => termOf(from + at, terms));
    await writeFile(join(dir, 'terms', `${String(from).padStart(7, '0')}.json`), JSON.stringify(list));
  }
}

function termOf(at: number, terms: number): object {
  const label = `${word(at * 7 + 145)} ${word(((at * 31) % 4999) + 145)}`;
  return {
    id: `t${at}`,
    label,
    kind: 'concept',
    kindLine: 'Made up for the bench',
    priority: 3,
    gloss: `Number ${at} of many, with as much said about it as a short gloss says, and then a little.`,
    records: [{ cite: `Register ${at}`, url: `https://example.org/register/${at}` }],
    related: [`t${(at + 1) % terms}`],
    aliases: [`${label} ${word(at + 1729)}`, { text: label, case: 'exact', needs: ['register', 'bench'] }],
  };
}

function reportOf(all: readonly Figures[]): string {
  const [first] = all;
  const names = first?.steps.map(([name]) => name) ?? [];
  const head = [
    'terms',
    ...names,
    'most memory',
    'pack file',
    'all tables a term',
    'in every tab a term',
    'times progress was told',
  ];
  const rows = all.map(({ terms, steps, fileMib, indexBytes, filterBytes, progress }) => [
    terms.toLocaleString('en'),
    ...steps.map(([, cpuMs]) => `${(cpuMs / 1000).toFixed(2)} s`),
    `${Math.max(...steps.map(([, , peak]) => peak)).toFixed(0)} MiB`,
    `${fileMib.toFixed(1)} MiB`,
    `${(indexBytes / terms).toFixed(0)} bytes`,
    `${(filterBytes / terms).toFixed(1)} bytes`,
    String(progress),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    '# What large packs cost',
    '',
    `\`npm run bench:packs\`, Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}. CPU seconds of one process,`,
    'garbage collection included; memory is the whole process at its largest. Two names a term, one of them with a rule.',
    '',
    '- **check**: reading the folder, every rule, the tables. **build**: the same, and the sealed file, held against the format.',
    '- **add**: what a reader’s browser does once, in a worker, before the pack is stored: hash, parse, every rule, sorted names.',
    '- A page gets the filter of the last column but one, and tables of the names that stand on it; never all tables (R5: 80 bytes).',
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
}
