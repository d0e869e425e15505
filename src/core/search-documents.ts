import { briefCitation } from './cite.ts';
import type { LibraryPlace } from './library-place.ts';
import { claimsOf } from './look-up.ts';
import type { WeighedText } from './search-index.ts';
import type { Claim, Note, Pack, Question, Source, Term } from './types.ts';

export type SearchKind = 'term' | 'question' | 'source' | 'claim' | 'note';

/** What a search can find: its headline, what stands under it, and where it leads. */
export interface SearchDocument {
  readonly kind: SearchKind;
  readonly title: string;
  /** Other names; only a Term has them. */
  readonly names: readonly string[];
  readonly text: string;
  readonly place: LibraryPlace;
}

/** A hit on a Term outweighs one on what is said of it. */
const BOOSTS: Readonly<Record<SearchKind, number>> = {
  term: 1.5,
  question: 1.2,
  source: 1.2,
  claim: 1,
  note: 0.9,
};

/** How much a document of this kind counts. */
export function boostOf({ kind }: SearchDocument): number {
  return BOOSTS[kind];
}

/** Every Term, Question, Source, Claim and Note of the Packs, in this order within each. */
export function gatherSearchDocuments(packs: readonly Pack[]): readonly SearchDocument[] {
  return packs.flatMap((pack) => [
    ...pack.terms.map((term) => ofTerm(pack, term)),
    ...pack.questions.map((question) => ofQuestion(pack, question)),
    ...pack.sources.map((source) => ofSource(pack, source)),
    ...pack.questions.flatMap((question) =>
      claimsOf(question).map((claim) => ofClaim(pack, question, claim)),
    ),
    ...pack.notes.map((note) => ofNote(pack, note)),
  ]);
}

/** The texts of a document by how much a hit in them counts. */
export function weighDocument({ title, names, text }: SearchDocument): readonly WeighedText[] {
  return [
    { text: title, weight: 3 },
    ...names.map((name) => ({ text: name, weight: 2 as const })),
    { text, weight: 1 },
  ];
}

function ofTerm({ id: pack }: Pack, { id, label, aliases, kindLine, gloss }: Term): SearchDocument {
  const place = { page: 'term', pack, id } as const;
  return { kind: 'term', title: label, names: aliases, text: `${gloss} ${kindLine}`, place };
}

function ofQuestion({ id: pack }: Pack, { id, text, positions }: Question): SearchDocument {
  const answers = positions.map(({ answer }) => answer).join(' · ');
  return { kind: 'question', title: text, names: [], text: answers, place: { page: 'question', pack, id } };
}

function ofSource({ id: pack }: Pack, source: Source): SearchDocument {
  const { id, title, authors, outlet, position } = source;
  const names = authors.map(({ given, family }) => (given ? `${given} ${family}` : family));
  return {
    kind: 'source',
    title,
    names: [...names, outlet, briefCitation(source)],
    text: position,
    place: { page: 'source', pack, id },
  };
}

function ofClaim(pack: Pack, question: Question, { id, source, text, citations }: Claim): SearchDocument {
  return {
    kind: 'claim',
    title: `${nameOf(pack, source)}, ¶${citations[0].paragraph}`,
    names: [],
    text,
    place: { page: 'question', pack: pack.id, id: question.id, claim: id },
  };
}

function ofNote(pack: Pack, { source, says, fact, paragraphs }: Note): SearchDocument {
  const [paragraph] = paragraphs;
  return {
    kind: 'note',
    title: `${nameOf(pack, source)}, ¶${paragraph}`,
    names: [],
    text: `${says} ${fact}`,
    place: { page: 'source', pack: pack.id, id: source, paragraph },
  };
}

function nameOf({ sources }: Pack, id: Source['id']): string {
  const source = sources.find((one) => one.id === id);
  return source ? briefCitation(source) : id;
}
