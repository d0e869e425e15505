import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { median } from './median.ts';
import { inProject, projectRoot, runCommand } from './project.ts';
import { readSource, type SourceFacts } from './read-source.ts';

/** Folders whose every export carries a doc comment. */
const documentedFolders = ['core', 'dom', 'browser', 'compiler'];

async function main(): Promise<number> {
  const files = readAll('src/**/*.{ts,tsx}');
  const tests = readAll('tests/**/*.{ts,tsx}');
  const functions = files.flatMap((file) => file.functions.map((each) => ({ ...each, path: file.path })));
  const plain = functions.filter(({ path }) => !path.endsWith('.tsx'));
  const withJsx = functions.filter(({ path }) => path.endsWith('.tsx'));
  const exported = files
    .filter(({ path }) => documentedFolders.includes(path.split('/')[1] ?? ''))
    .flatMap((file) => file.exports.map((each) => ({ ...each, path: file.path })));
  const bare = exported.filter((each) => !each.documented);
  const lines = sum(files.map((file) => file.lines));
  const cycles = countCycles(files);
  const rows: readonly (readonly [string, string, string])[] = [
    ['files in src', String(files.length), `${lines} lines`],
    ['lines in a file, median', String(median(files.map((file) => file.lines))), 'to feel at home: 70'],
    ['lines in a file, most', longest(files, ({ path }) => path), 'at most 250'],
    [
      'lines in a function, median',
      String(median(functions.map((each) => each.lines))),
      'to feel at home: 8',
    ],
    ['lines in a function, most', longest(plain, placeOf), 'under 40'],
    ['lines in a function with JSX, most', longest(withJsx, placeOf), 'under 70'],
    ['exports with a doc comment', share(exported.length - bare.length, exported.length), 'all'],
    ['any', String(sum(files.map((file) => file.anyCount))), '0'],
    ['non-null !', String(sum(files.map((file) => file.nonNullCount))), '0'],
    ['files in import cycles', String(cycles), '0'],
    ['lines of tests to lines of src', (sum(tests.map((file) => file.lines)) / lines).toFixed(2), ''],
  ];
  for (const [what, value, bar] of rows)
    console.log(`${what.padEnd(36)} ${value.padEnd(44)} ${bar}`.trimEnd());
  for (const { path, name } of bare) console.log(`no doc comment: ${path} ${name}`);
  return 0;
}

function readAll(pattern: string): SourceFacts[] {
  const paths = globSync(pattern, { cwd: projectRoot }).map((path) => path.replaceAll('\\', '/'));
  return paths.sort().map((path) => readSource(path, readFileSync(inProject(path), 'utf8')));
}

function placeOf({ path, name, line }: { path: string; name: string; line: number }): string {
  return `${path}:${line} ${name}`;
}

function longest<T extends { readonly lines: number }>(
  all: readonly T[],
  place: (each: T) => string,
): string {
  const [first] = all.toSorted((a, b) => b.lines - a.lines);
  return first ? `${first.lines} (${place(first)})` : '0';
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${whole === 0 ? 100 : Math.floor((100 * part) / whole)} %)`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** How many files can reach themselves over imports that remain at run time. */
function countCycles(files: readonly SourceFacts[]): number {
  const targets = new Map(
    files.map(({ path, imports }) => [path, imports.map((to) => join(dirname(path), to))]),
  );
  const reachesItself = (start: string) => {
    const seen = new Set<string>();
    const queue = [...(targets.get(start) ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (next === start) return true;
      if (!seen.has(next)) queue.push(...(targets.get(next) ?? []));
      seen.add(next);
    }
    return false;
  };
  return files.filter(({ path }) => reachesItself(path)).length;
}

await runCommand(main);
