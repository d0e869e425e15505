import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Problem } from './problem.ts';

const FOLDERS: readonly string[] = ['sources', 'terms', 'questions', 'notes'];
const TOP_FILES: readonly string[] = ['pack.yaml', 'timeline.yaml', 'wording.yaml'];

/** One Problem for each file that its author takes for a part of the pack and that nothing reads; hidden files aside. */
export async function findUnreadFiles(dir: string): Promise<Problem[]> {
  const top = (await namesIn(dir)).filter((name) => /\.ya?ml$/.test(name) && !TOP_FILES.includes(name));
  const within = await Promise.all(
    FOLDERS.map(async (folder) => {
      const names = await namesIn(join(dir, folder));
      return names.filter((name) => !/\.(yaml|json)$/.test(name)).map((name) => join(folder, name));
    }),
  );
  return [
    ...top.map((name) => unread(dir, name, `one of ${TOP_FILES.join(', ')}`)),
    ...within.flat().map((name) => unread(dir, name, 'named <id>.yaml, with no folder between')),
  ];
}

async function namesIn(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch(() => []);
  return names.filter((name) => !name.startsWith('.')).sort();
}

function unread(dir: string, name: string, wanted: string): Problem {
  const file = relative(process.cwd(), join(dir, name));
  return { file, line: 1, message: `this is not read: a file here is ${wanted}` };
}
