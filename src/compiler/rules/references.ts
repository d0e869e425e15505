import type { Corpus } from '../corpus.ts';
import { type Place, type Problem, problemAt } from '../problem.ts';

type Entries<T> = readonly (T & { readonly id: string })[];

const known = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** The entry of a list with this id, the first where several have it; undefined when there is none. */
export function findEntry<T>(entries: Entries<T>, id: string): T | undefined {
  // Built once a list: packs may have 100,000 terms.
  const byId = known.get(entries) ?? new Map([...entries].reverse().map((entry) => [entry.id, entry]));
  known.set(entries, byId);
  return byId.get(id) as T | undefined;
}

/** One Problem for each id of a list that names nothing. */
export function unknownIds(
  corpus: Corpus,
  what: 'term' | 'source',
  ids: readonly string[],
  placeOf: (index: number) => Place,
): Problem[] {
  const entries: Entries<object> = what === 'term' ? corpus.terms : corpus.sources;
  return ids.flatMap((id, index) =>
    corpus.broken.has(id) || findEntry(entries, id) !== undefined
      ? []
      : problemAt(placeOf(index), `there is no ${what} "${id}"; check its spelling`),
  );
}
