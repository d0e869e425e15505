import type { PackNames } from '../core/pack-names.ts';
import type { Pack } from '../core/types.ts';
import { buildIndex } from './build-index.ts';
import { buildPack } from './build-pack.ts';
import type { Corpus } from './corpus.ts';
import { type Problem, sortProblems } from './problem.ts';
import { type CompileProgress, readCorpus } from './read-corpus.ts';
import { checkRules } from './rules.ts';

/** What came of a pack's folder: the Pack, or every Problem that stands in its way. */
export interface Compiled {
  readonly pack?: Pack;
  /** What a page needs to find the Pack's Mentions. */
  readonly index?: Uint8Array;
  /** The names that it was made from, as a pack file carries them. */
  readonly names?: PackNames;
  readonly problems: readonly Problem[];
}

/** Reads, checks and compiles one pack's folder. With any Problem there is no Pack. */
export async function compilePack(dir: string, onProgress?: CompileProgress): Promise<Compiled> {
  const { corpus, problems } = await readCorpus(dir, onProgress);
  if (corpus === undefined) return { problems: sortProblems(problems) };
  return compileCorpus(corpus, problems, onProgress);
}

/** The same for a folder that has been read, with what was wrong with it so far. */
export function compileCorpus(
  corpus: Corpus,
  problems: readonly Problem[],
  onProgress?: CompileProgress,
): Compiled {
  const all = sortProblems([...problems, ...checkRules(corpus, onProgress)]);
  if (all.length > 0) return { problems: all };
  onProgress?.('building tables', 0, 1);
  const { problems: faults, ...built } = buildIndex(corpus);
  if (built.index === undefined) return { problems: sortProblems(faults) };
  return { pack: buildPack(corpus), ...built, problems: [] };
}
