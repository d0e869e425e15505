import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { PlainError, projectRoot } from './project.ts';

/** The same in every archive, so that the same files give the same bytes. */
const ARCHIVE_TIME = new Date(2020, 0, 1);

/** Every file that the project keeps under version control and that is there, by its path from the top, sorted. */
export function listSources(root = projectRoot): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    return listed
      .split('\0')
      .filter((path) => path !== '' && existsSync(join(root, path)))
      .sort();
  } catch {
    throw new PlainError(`${root} is no git checkout, so its source files cannot be told from others.`);
  }
}

/** A zip of these files; the same bytes for the same files. */
export function zipSources(paths: readonly string[], root = projectRoot): Uint8Array {
  const entries = paths.map((path) => [path, new Uint8Array(readFileSync(join(root, path)))] as const);
  return zipSync(Object.fromEntries(entries), { mtime: ARCHIVE_TIME, level: 9 });
}

/** Writes the files of a zip under a folder. */
export function unpackSources(zip: Uint8Array, folder: string): void {
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}
