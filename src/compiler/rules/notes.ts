import type { Corpus } from '../corpus.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { EditorialRule } from '../rules.ts';
import { pointOf } from './claims.ts';
import { pointFault } from './pack.ts';
import { findEntry, unknownIds } from './references.ts';

function notePoints(corpus: Corpus): Problem[] {
  return corpus.notes.flatMap(({ source, value, at }) => [
    ...(value.paragraphs.length === 0
      ? [problemAt(at('paragraphs'), 'a note names the paragraph it speaks of')]
      : []),
    ...value.paragraphs.flatMap((paragraph, index) => {
      const fault = pointFault(corpus, source, paragraph);
      return fault === undefined ? [] : problemAt(at('paragraphs', index), fault);
    }),
  ]);
}

function noteRecorded({ notes }: Corpus): Problem[] {
  return notes
    .filter(({ value }) => value.records.length === 0)
    .map(({ id, at }) => problemAt(at('records'), `the note "${id}" names no record`));
}

function noteTerms(corpus: Corpus): Problem[] {
  return corpus.notes.flatMap(({ value, at }) =>
    unknownIds(corpus, 'term', value.terms ?? [], (i) => at('terms', i)),
  );
}

/** A note is shown beside the claims it concerns, which come from its own source. */
function noteClaims({ notes, claims, broken }: Corpus): Problem[] {
  return notes.flatMap(({ source, value, at }) =>
    (value.claims ?? []).flatMap((id, index) => {
      const claim = findEntry(claims, id);
      if (claim === undefined && broken.size > 0) return [];
      if (claim === undefined) return problemAt(at('claims', index), `there is no claim "${id}"`);
      if (pointOf(claim)?.source === source) return [];
      return problemAt(at('claims', index), `the claim "${id}" is not from ${source}`);
    }),
  );
}

/** What must hold of each Note, by the name of the rule. */
export const noteRules: Readonly<Record<string, EditorialRule>> = {
  notePoints,
  noteRecorded,
  noteTerms,
  noteClaims,
};
