import type { Corpus } from './corpus.ts';
import type { Problem } from './problem.ts';
import type { CompileProgress } from './read-corpus.ts';
import { claimRules } from './rules/claims.ts';
import { eventRules } from './rules/events.ts';
import { noteRules } from './rules/notes.ts';
import { packRules } from './rules/pack.ts';
import { questionRules } from './rules/questions.ts';
import { sourceRules } from './rules/sources.ts';
import { termRules } from './rules/terms.ts';

/** One editorial rule: every place where the corpus breaks it. */
export type EditorialRule = (corpus: Corpus) => readonly Problem[];

/** Every rule, in the order of data/README.md. */
export const rules: Readonly<Record<string, EditorialRule>> = {
  ...packRules,
  ...sourceRules,
  ...termRules,
  ...questionRules,
  ...claimRules,
  ...noteRules,
  ...eventRules,
};

/** Holds the corpus against every rule and gathers all Problems. */
export function checkRules(corpus: Corpus, onProgress?: CompileProgress): Problem[] {
  const all = Object.values(rules);
  return all.flatMap((rule, at) => {
    onProgress?.('checking the rules', at, all.length);
    return rule(corpus);
  });
}
