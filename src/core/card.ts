import { buildCitations } from './card-citations.ts';
import { buildByline, buildNote, type CardByline, type CardNote } from './card-claim.ts';
import type { CardContext } from './card-context.ts';
import { buildQuestion, type CardQuestion } from './card-question.ts';
import { orderByRelevance } from './card-relevance.ts';
import { buildTimeline, type CardTimeline } from './card-timeline.ts';
import type { CitationFormat } from './cite.ts';
import type { PackId, TermKey } from './ids.ts';
import { findTermByKey, type PackLookUp } from './look-up.ts';
import type { Why } from './mention.ts';
import type { PublicRecord, Source, Status, Term, TermKind } from './types.ts';

/** A Term that opens in the same card. */
export interface CardRelated {
  readonly key: TermKey;
  readonly label: string;
  readonly kindLine: string;
}

/** Another Pack's Term for the words that this card opened on. */
export interface CardAlso extends CardRelated {
  readonly pack: { readonly title: string; readonly publisher: string };
}

/** A Source of this Term's (author, outlet, publisher), with what it argues. */
export interface CardWork {
  readonly by: CardByline;
  readonly position: string;
  readonly href: string;
  readonly archivedHref?: string;
  readonly reception?: { readonly text: string; readonly records: readonly PublicRecord[] };
}

/** What a popover shows for a Term: data only, in the order it is shown; travels as JSON. */
export interface Card {
  readonly key: TermKey;
  readonly pack: {
    readonly id: PackId;
    readonly title: string;
    readonly publisher: string;
    readonly version: string;
    /** Where the reader has it from: a host or a file; left out for what comes with Sidelight. */
    readonly from?: string;
  };
  /** What other Packs say of the same words. */
  readonly also?: readonly CardAlso[];
  /** Language of the content, as BCP 47. */
  readonly language: string;
  readonly label: string;
  readonly kind: TermKind;
  readonly kindLine: string;
  readonly status?: Status;
  /** The name that the page used, where it is not the label. */
  readonly pageName?: string;
  readonly gloss: string;
  readonly records: readonly PublicRecord[];
  readonly questions: readonly CardQuestion[];
  /** Notes on the Term, gravest first, but for those that the first Question's foremost Claims show anyway. */
  readonly notes: readonly CardNote[];
  readonly timeline: CardTimeline;
  readonly works: readonly CardWork[];
  readonly related: readonly CardRelated[];
  /** References to the Sources behind the card, to copy; left out where it rests on none. */
  readonly citations?: Readonly<Record<CitationFormat, string>>;
  /** The words on the page and the rule that took them for this Term. */
  readonly why?: Why & { readonly surface: string };
}

/** The Card of a Term, from the first Pack that has it; nothing when none does. */
export function buildCard(
  packs: readonly PackLookUp[],
  key: TermKey,
  context: CardContext,
): Card | undefined {
  const found = findTermByKey(packs, key);
  if (!found) return undefined;
  const { pack, term } = found;
  const { id, title, publisher, version, language } = pack.pack;
  const asked = orderByRelevance(pack.questionsOn(term.id), context.nearbyWords);
  const questions = asked.map((question) => buildQuestion(question, pack));
  const shown = new Set(questions[0]?.positions.flatMap(({ lead }) => lead.notes.map((note) => note.id)));
  const notes = pack.notesOn(term.id).filter((note) => !shown.has(note.id));
  return {
    key,
    pack: { id, title, publisher, version, ...(pack.from !== undefined && { from: pack.from }) },
    language,
    ...heading(term, context),
    gloss: term.gloss,
    records: term.records,
    questions,
    notes: notes.map((note) => buildNote(note, pack)),
    timeline: buildTimeline(pack.eventsOn(term.id), context.pageDate),
    works: term.sources.flatMap((source) => buildWork(pack.findSource(source))),
    related: term.related.flatMap((other) => buildRelated(pack, pack.findTerm(other))),
    ...buildAlso(packs, context.also ?? []),
    ...buildCitations(term, asked, pack),
    ...(context.why && context.surface !== undefined
      ? { why: { ...context.why, surface: context.surface } }
      : {}),
  };
}

function buildAlso(packs: readonly PackLookUp[], keys: readonly TermKey[]) {
  const also = keys.flatMap((key): readonly CardAlso[] => {
    const found = findTermByKey(packs, key);
    if (!found) return [];
    const { title, publisher } = found.pack.pack;
    return buildRelated(found.pack, found.term).map((one) => ({ ...one, pack: { title, publisher } }));
  });
  return also.length > 0 ? { also } : {};
}

function buildRelated({ pack }: PackLookUp, term: Term | undefined): readonly CardRelated[] {
  if (!term) return [];
  return [{ key: `${pack.id}/${term.id}` as TermKey, label: term.label, kindLine: term.kindLine }];
}

function heading(term: Term, { surface }: CardContext) {
  return {
    label: term.label,
    kind: term.kind,
    kindLine: term.kindLine,
    ...(term.status ? { status: term.status } : {}),
    ...(surface !== undefined && bareName(surface) !== bareName(term.label) ? { pageName: surface } : {}),
  };
}

/** A name without what grammar and typesetting add: case, dashes, quotes, spaces, possessive, plural. */
function bareName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’‘`]s?$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/s$/, '');
}

function buildWork(source: Source | undefined): readonly CardWork[] {
  if (!source) return [];
  const work = {
    by: buildByline(source),
    position: source.position,
    href: source.url,
    ...(source.archivedUrl === undefined ? {} : { archivedHref: source.archivedUrl }),
    ...(source.reception ? { reception: source.reception } : {}),
  };
  return [work];
}
