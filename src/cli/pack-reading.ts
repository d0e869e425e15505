import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuiltPackFile, compilePackFile, type Signer } from '../compiler/compile-pack-file.ts';
import { describeProblem, type Problem } from '../compiler/problem.ts';
import type { CompileProgress } from '../compiler/read-corpus.ts';
import { decodePackFile, type PackFile } from '../core/pack-file.ts';
import { createProgress } from './progress.ts';
import { PlainError } from './project.ts';

/** Does long work with its progress on standard error. */
export async function withProgress<T>(work: (onProgress: CompileProgress) => Promise<T>): Promise<T> {
  const progress = createProgress(process.stderr, () => performance.now());
  try {
    return await work(progress.report);
  } finally {
    progress.end();
  }
}

/** Says in one sentence when a folder is none, or holds no pack. */
export function wantPackFolder(dir: string, shown: string): void {
  if (!existsSync(dir) || !statSync(dir).isDirectory())
    throw new PlainError(`There is no folder ${shown}. Make one with: npm run pack -- init ${shown}`);
  if (!existsSync(join(dir, 'pack.yaml')))
    throw new PlainError(`${shown} holds no pack.yaml, so it is no pack.`);
}

/** All problems, one a line, and how many there are. */
export function printProblems(problems: readonly Problem[]): void {
  for (const problem of problems) console.log(describeProblem(problem));
  console.log(problems.length === 1 ? '1 problem.' : `${problems.length} problems.`);
}

/** The pack file of a folder; undefined after its problems have been printed. */
export async function buildFolder(
  dir: string,
  shown: string,
  sign?: Signer,
): Promise<BuiltPackFile | undefined> {
  wantPackFolder(dir, shown);
  const { built, problems } = await withProgress((onProgress) => compilePackFile(dir, onProgress, sign));
  if (built === undefined) printProblems(problems);
  return built;
}

/** A pack file, or what a folder compiles to; undefined after its problems have been printed. */
export async function readPack(path: string, shown: string): Promise<PackFile | undefined> {
  if (!existsSync(path)) throw new PlainError(`There is no ${shown}.`);
  if (statSync(path).isDirectory()) return (await buildFolder(path, shown))?.file;
  const decoded = decodePackFile(parse(await readFile(path, 'utf8'), shown));
  if ('file' in decoded) return decoded.file;
  printProblems(decoded.faults.map((message) => ({ file: shown, line: 1, message })));
  return undefined;
}

function parse(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PlainError(`${shown} is no pack file: ${error instanceof Error ? error.message : error}.`);
  }
}
