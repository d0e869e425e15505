import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { describeProblem } from '../../src/compiler/problem.ts';

export const SMALL_PACK = 'tests/fixtures/small-pack';

/** One change to one file of the small pack; a file that it has not is empty before. */
export interface Seed {
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
}

/** What the compiler says of the small pack with the changes made, paths told from the pack's folder. */
export async function compileSeeded(seeds: readonly Seed[]): Promise<string[]> {
  const outer = await mkdtemp(join(tmpdir(), 'small-pack-'));
  const dir = join(outer, 'small-pack');
  try {
    await cp(SMALL_PACK, dir, { recursive: true });
    for (const { file, from, to } of seeds) {
      const path = join(dir, file);
      await mkdir(dirname(path), { recursive: true });
      const before = await readFile(path, 'utf8').catch(() => '');
      const after = before.replace(from, to);
      if (after === before) throw new Error(`nothing to change in ${file}: ${from}`);
      await writeFile(path, after);
    }
    const { problems } = await compilePack(dir);
    const folder = `${relative(process.cwd(), dir)}/`;
    return problems.map((problem) => describeProblem(problem).replaceAll(folder, ''));
  } finally {
    await rm(outer, { recursive: true });
  }
}
