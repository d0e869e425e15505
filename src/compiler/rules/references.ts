import type { Entry } from '../corpus.ts';
import { type Place, type Problem, problemAt } from '../problem.ts';

/** One Problem for each id of a list that names nothing. */
export function unknownIds(
  what: string,
  ids: readonly string[],
  known: readonly Pick<Entry<unknown>, 'id'>[],
  placeOf: (index: number) => Place,
): Problem[] {
  return ids.flatMap((id, index) =>
    known.some((entry) => entry.id === id)
      ? []
      : problemAt(placeOf(index), `there is no ${what} "${id}"; check its spelling`),
  );
}
