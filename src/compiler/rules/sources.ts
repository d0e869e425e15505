import { findPoints } from '../../core/prose.ts';
import type { Corpus } from '../corpus.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { EditorialRule } from '../rules.ts';

/** Every source names an author: where the page names none, the organisation. */
function hasAuthor({ sources }: Corpus): Problem[] {
  return sources
    .filter(({ value }) => value.authors.length === 0)
    .map(({ at }) =>
      problemAt(at('authors'), 'a source needs an author; name the organisation if no person is'),
    );
}

/** Every source says what is certain about it and what inferred. */
function hasRemarks({ sources }: Corpus): Problem[] {
  return sources
    .filter(({ value }) => value.remarks.length === 0)
    .map(({ at }) => problemAt(at('remarks'), 'say what is certain about this source and what is inferred'));
}

/** A source that no claim cites has no place in the corpus. */
function isCited({ sources, claims, broken }: Corpus): Problem[] {
  if (broken.size > 0) return [];
  const points = claims.flatMap(({ value }) => findPoints(value.cite) ?? []);
  const cited = new Set<string>(points.map(({ source }) => source));
  return sources
    .filter(({ id }) => !cited.has(id))
    .map(({ id, at }) => problemAt(at(), `no claim cites the source "${id}"`));
}

/** What must hold of each Source, by the name of the rule. */
export const sourceRules: Readonly<Record<string, EditorialRule>> = { hasAuthor, hasRemarks, isCited };
