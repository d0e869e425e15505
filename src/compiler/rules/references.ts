import type { Corpus } from '../corpus.ts';
import { type Place, type Problem, problemAt } from '../problem.ts';

/** One Problem for each id of a list that names nothing. */
export function unknownIds(
  corpus: Corpus,
  what: 'term' | 'source',
  ids: readonly string[],
  placeOf: (index: number) => Place,
): Problem[] {
  const entries = what === 'term' ? corpus.terms : corpus.sources;
  return ids.flatMap((id, index) =>
    corpus.broken.has(id) || entries.some((entry) => entry.id === id)
      ? []
      : problemAt(placeOf(index), `there is no ${what} "${id}"; check its spelling`),
  );
}
