import {
  buildByline,
  buildNote,
  bySeverity,
  type CardByline,
  type CardNote,
  gatherMaterial,
} from './card-claim.ts';
import { buildQuestion, type CardQuestion } from './card-question.ts';
import { orderByRelevance } from './card-relevance.ts';
import { buildTimeline, type CardTimeline } from './card-timeline.ts';
import type {
  CardContext,
  Pack,
  PackId,
  PublicRecord,
  Source,
  Status,
  Term,
  TermKey,
  TermKind,
  Why,
} from './types.ts';

/** A Term that opens in the same card. */
export interface CardRelated {
  readonly key: TermKey;
  readonly label: string;
  readonly kindLine: string;
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
  };
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
  /** The words on the page and the rule that took them for this Term. */
  readonly why?: Why & { readonly surface: string };
}

/** The Card of a Term, from the first Pack that has it; nothing when none does. */
export function buildCard(packs: readonly Pack[], key: TermKey, context: CardContext): Card | undefined {
  const found = findTerm(packs, key);
  if (!found) return undefined;
  const { pack, term } = found;
  const material = gatherMaterial(pack);
  const asked = pack.questions.filter((question) => question.terms.includes(term.id));
  const questions = orderByRelevance(asked, context.nearbyWords).map((question) =>
    buildQuestion(question, material),
  );
  const shown = new Set(questions[0]?.positions.flatMap(({ lead }) => lead.notes.map(({ id }) => id)));
  const notes = bySeverity(pack.notes).filter((note) => note.terms.includes(term.id) && !shown.has(note.id));
  return {
    key,
    pack: { id: pack.id, title: pack.title, publisher: pack.publisher, version: pack.version },
    language: pack.language,
    ...heading(term, context),
    gloss: term.gloss,
    records: term.records,
    questions,
    notes: notes.map((note) => buildNote(note, material)),
    timeline: buildTimeline(pack.events, term.id, context.pageDate),
    works: pack.sources.filter((source) => term.sources.includes(source.id)).map(buildWork),
    related: pack.terms
      .filter((other) => term.related.includes(other.id))
      .sort((a, b) => term.related.indexOf(a.id) - term.related.indexOf(b.id))
      .map((other) => ({ key: termKey(pack, other), label: other.label, kindLine: other.kindLine })),
    ...(context.why && context.surface !== undefined
      ? { why: { ...context.why, surface: context.surface } }
      : {}),
  };
}

function findTerm(packs: readonly Pack[], key: TermKey): { pack: Pack; term: Term } | undefined {
  for (const pack of packs) {
    const term = key.startsWith(`${pack.id}/`) && pack.terms.find((entry) => termKey(pack, entry) === key);
    if (term) return { pack, term };
  }
  return undefined;
}

function termKey(pack: Pack, term: Term): TermKey {
  return `${pack.id}/${term.id}` as TermKey;
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

function buildWork(source: Source): CardWork {
  return {
    by: buildByline(source),
    position: source.position,
    href: source.url,
    ...(source.archivedUrl === undefined ? {} : { archivedHref: source.archivedUrl }),
    ...(source.reception ? { reception: source.reception } : {}),
  };
}
