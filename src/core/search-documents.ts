import { authorName, briefCitation } from './cite.ts';
import type { LibraryPlace } from './library-place.ts';
import { claimsOf } from './look-up.ts';
import type { WeighedText } from './search-index.ts';
import type { Claim, Note, Pack, Question, Source, Term } from './types.ts';

/** What a hit is. */
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

/** Of two titles that hold the words, the shorter is closer to them: "Magnitsky Act" before "Global Magnitsky Act". */
const SHORTNESS = 0.3;

/** How much a document counts, by its kind and the length of its title. */
export function boostOf({ kind, title }: SearchDocument): number {
  return BOOSTS[kind] * (1 + SHORTNESS / title.split(/[\s\p{Pd}]+/u).length);
}

/** Every Term, Question, Source, Claim and Note of the Packs, in this order within each; made one by one, as asked for. */
export function* gatherSearchDocuments(packs: readonly Pack[]): Generator<SearchDocument, undefined> {
  for (const pack of packs) {
    const names = new Map(pack.sources.map((source) => [source.id, briefCitation(source)]));
    for (const term of pack.terms) yield ofTerm(pack, term);
    for (const question of pack.questions) yield ofQuestion(pack, question);
    for (const source of pack.sources) yield ofSource(pack, source);
    for (const question of pack.questions) {
      for (const claim of claimsOf(question)) yield ofClaim(pack, names, question, claim);
    }
    for (const note of pack.notes) yield ofNote(pack, names, note);
  }
}

/** What Sources are called in brief. */
type SourceNames = ReadonlyMap<Source['id'], string>;

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
  const names = authors.map(authorName);
  return {
    kind: 'source',
    title,
    names: [...names, outlet, briefCitation(source)],
    text: position,
    place: { page: 'source', pack, id },
  };
}

function ofClaim(
  pack: Pack,
  names: SourceNames,
  question: Question,
  { id, source, text, citations }: Claim,
): SearchDocument {
  return {
    kind: 'claim',
    title: `${names.get(source) ?? source}, ¶${citations[0].paragraph}`,
    names: [],
    text,
    place: { page: 'question', pack: pack.id, id: question.id, claim: id },
  };
}

function ofNote(pack: Pack, names: SourceNames, { source, says, fact, paragraphs }: Note): SearchDocument {
  const [paragraph] = paragraphs;
  return {
    kind: 'note',
    title: `${names.get(source) ?? source}, ¶${paragraph}`,
    names: [],
    text: `${says} ${fact}`,
    place: { page: 'source', pack: pack.id, id: source, paragraph },
  };
}
