import type { ClaimId, QuestionId, SourceId, TermId, TermKey } from './ids.ts';
import type { Claim, Note, Pack, Question, Source, Term, TimelineEvent } from './types.ts';

/** A Pack that answers by id. `find…` gives undefined for what is not there, the others an empty list. */
export interface PackLookUp {
  readonly pack: Pack;
  /** Where the reader has it from: a host or a file; left out for what comes with Sidelight. */
  readonly from?: string;
  findTerm(id: TermId): Term | undefined;
  findSource(id: SourceId): Source | undefined;
  findQuestion(id: QuestionId): Question | undefined;
  findClaim(id: ClaimId): Claim | undefined;
  /** The Question that a Claim belongs to. */
  findQuestionOf(claim: ClaimId): Question | undefined;
  /** Questions that name the Term, in the Pack's order. */
  questionsOn(term: TermId): readonly Question[];
  /** Notes on the Term, the gravest first. */
  notesOn(term: TermId): readonly Note[];
  /** Notes to be shown with the Claim, the gravest first. */
  notesWith(claim: ClaimId): readonly Note[];
  /** Events on the Term, in the Pack's order. */
  eventsOn(term: TermId): readonly TimelineEvent[];
}

/** Every Claim of a Question, position by position. */
export function claimsOf(question: Question): readonly Claim[] {
  return question.positions.flatMap((position) => position.claims);
}

/** A Term and its Pack, the first that has it; nothing when none does. */
export function findTermByKey(
  packs: readonly PackLookUp[],
  key: TermKey,
): { readonly pack: PackLookUp; readonly term: Term } | undefined {
  for (const pack of packs) {
    const prefix = `${pack.pack.id}/`;
    const term = key.startsWith(prefix) && pack.findTerm(key.slice(prefix.length) as TermId);
    if (term) return { pack, term };
  }
  return undefined;
}

/** Builds the tables once; every look-up afterwards is a Map's. */
export function createPackLookUp(pack: Pack): PackLookUp {
  const terms = byId(pack.terms);
  const sources = byId(pack.sources);
  const questions = byId(pack.questions);
  const claims = byId(pack.questions.flatMap(claimsOf));
  const questionOf = new Map(pack.questions.flatMap((q) => claimsOf(q).map((claim) => [claim.id, q])));
  const gravest = [...pack.notes].sort((a, b) => a.severity - b.severity);
  const questionsOn = group(pack.questions, (question) => question.terms);
  const notesOn = group(gravest, (note) => note.terms);
  const notesWith = group(gravest, (note) => note.claims);
  const eventsOn = group(pack.events, (event) => event.terms);
  return {
    pack,
    findTerm: (id) => terms.get(id),
    findSource: (id) => sources.get(id),
    findQuestion: (id) => questions.get(id),
    findClaim: (id) => claims.get(id),
    findQuestionOf: (id) => questionOf.get(id),
    questionsOn: (id) => questionsOn.get(id) ?? [],
    notesOn: (id) => notesOn.get(id) ?? [],
    notesWith: (id) => notesWith.get(id) ?? [],
    eventsOn: (id) => eventsOn.get(id) ?? [],
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<T['id'], T> {
  return new Map(items.map((item) => [item.id, item]));
}

function group<T, K>(items: readonly T[], keysOf: (item: T) => readonly K[]): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = groups.get(key);
      if (list === undefined) groups.set(key, [item]);
      else list.push(item);
    }
  }
  return groups;
}
