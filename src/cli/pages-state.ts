import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from './browsers.ts';
import type { Difference } from './compare-visits.ts';
import { inProject } from './project.ts';

/** What came of one page. */
export interface PageResult {
  readonly file: string;
  /** Size and change time of the file when it was visited. */
  readonly stamp: string;
  readonly differences: readonly Difference[];
  /** Differs from itself without Sidelight, so that only what is constant could be compared. */
  readonly unstable: boolean;
  /** Why it opens neither with nor without. */
  readonly unopened?: string;
  readonly mentions: number;
  readonly visits: number;
  /** Medians, with and without. */
  readonly loadMs: readonly [number, number];
  readonly layouts: readonly [number, number];
}

/** The results so far, kept in a file: one line of JSON a page, added as each is done. */
export interface PagesState {
  readonly path: string;
  find(file: string, stamp: string): PageResult | undefined;
  add(result: PageResult): void;
}

/** Opens the state of one folder, browser and build; another build starts anew. */
export function openPagesState(dir: string, kind: BrowserKind, build: string, fresh: boolean): PagesState {
  const key = createHash('sha256').update(`${dir}\n${kind}\n${build}`).digest('hex').slice(0, 12);
  const path = inProject('dist', 'pages', `${kind}-${key}.jsonl`);
  mkdirSync(inProject('dist', 'pages'), { recursive: true });
  if (fresh) rmSync(path, { force: true });
  const results = new Map(readLines(path).map((result) => [result.file, result]));
  return {
    path,
    find(file, stamp) {
      const result = results.get(file);
      return result?.stamp === stamp ? result : undefined;
    },
    add(result) {
      results.set(result.file, result);
      appendFileSync(path, `${JSON.stringify(result)}\n`);
    },
  };
}

// A run that was cut off may have left half a line.
function readLines(path: string): PageResult[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as PageResult];
      } catch {
        return [];
      }
    });
}

/** Tells one version of a page's file from another. */
export function stampOf(dir: string, file: string): string {
  const { size, mtimeMs } = statSync(join(dir, file));
  return `${size}-${Math.round(mtimeMs)}`;
}
