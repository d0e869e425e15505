import { findAnswer } from './answer.ts';
import { authorName, citationUrl } from './cite.ts';
import type { ClaimId, NoteId, SourceId } from './ids.ts';
import type { PackLookUp } from './look-up.ts';
import type {
  Citation,
  Claim,
  Note,
  NoteKind,
  Prose,
  PublicRecord,
  Source,
  Stance,
  Strength,
} from './types.ts';

/** Who says it and where, in parts; the words between them are the interface's. */
export interface CardByline {
  readonly source: SourceId;
  /** Author in brief, such as "Ashford and Burrows". */
  readonly shortName: string;
  readonly authors: readonly string[];
  /** Each author's role in full. */
  readonly roles: readonly string[];
  /** Where the authors belong, each house once: the roles in brief. */
  readonly houses: readonly string[];
  /** Left out where an author or a role already says it. */
  readonly outlet?: string;
  readonly year: string;
  readonly title: string;
}

/** A Citation for the card: the paragraph, the words, and the link that lands on them. */
export interface CardCitation {
  readonly paragraph: number;
  readonly quote: string;
  readonly href: string;
}

/** Where a Source and the record differ. */
export interface CardNote {
  readonly id: NoteId;
  readonly kind: NoteKind;
  readonly source: string;
  readonly paragraphs: readonly number[];
  readonly says: string;
  readonly fact: string;
  readonly records: readonly PublicRecord[];
  readonly certainty: Note['certainty'];
}

/** Prose with its pointers resolved: plain stretches and links to Sources, in reading order. */
export type CardProse = readonly (string | CardPointer)[];

/** A Source by short name, the paragraph, and where it is. */
export interface CardPointer {
  readonly source: string;
  readonly paragraph: number;
  readonly href: string;
}

/** One Claim with everything that must stand beside it. */
export interface CardClaim {
  readonly id: ClaimId;
  readonly text: string;
  readonly stance: Stance;
  /** The answer's own words, where a plain yes or no does not fit the Question. */
  readonly answer?: string;
  readonly strength: Strength;
  readonly basis: Claim['basis'];
  readonly by: CardByline;
  readonly places: readonly CardCitation[];
  /** Notes on this Claim, gravest first: shown whenever it is. */
  readonly notes: readonly CardNote[];
}

/** A Claim for the card; nothing when its Source is not in the Pack. */
export function buildClaim(claim: Claim, pack: PackLookUp): CardClaim | undefined {
  const source = pack.findSource(claim.source);
  if (!source) return undefined;
  const notes = pack.notesWith(claim.id);
  const question = pack.findQuestionOf(claim.id);
  const answer = question && findAnswer(question, claim.stance);
  return {
    id: claim.id,
    text: claim.text,
    stance: claim.stance,
    ...(answer !== undefined && { answer }),
    strength: claim.strength,
    basis: claim.basis,
    by: buildByline(source),
    places: claim.citations.map((citation) => buildCitation(citation, source)),
    notes: notes.map((note) => buildNote(note, pack)),
  };
}

/** A Note for the card, its Source by short name. */
export function buildNote(note: Note, pack: PackLookUp): CardNote {
  return {
    id: note.id,
    kind: note.kind,
    source: pack.findSource(note.source)?.shortName ?? note.source,
    paragraphs: note.paragraphs,
    says: note.says,
    fact: note.fact,
    records: note.records,
    certainty: note.certainty,
  };
}

/** Prose for the card; a pointer to a Source that is not there is left out. */
export function buildProse(prose: Prose, pack: PackLookUp): CardProse {
  return prose.flatMap((part): CardProse => {
    if (typeof part === 'string') return [part];
    const source = pack.findSource(part.source);
    return source ? [{ source: source.shortName, paragraph: part.paragraph, href: source.url }] : [];
  });
}

/** Author, role, outlet and year, each said once. */
export function buildByline(source: Source): CardByline {
  const authors = source.authors.map(authorName);
  const roles = source.authors.map(({ role }) => role).filter((role) => role !== '');
  const houses = [...new Set(roles.map(houseOf))];
  const outlet = outletBeside([...authors, ...houses], source.outlet);
  return {
    source: source.id,
    shortName: source.shortName,
    authors,
    roles,
    houses,
    ...(outlet === undefined ? {} : { outlet }),
    year: source.date.slice(0, 4),
    title: source.title,
  };
}

/** "Executive vice president, Freedom House" is of Freedom House. */
function houseOf(role: string): string {
  return role.slice(role.lastIndexOf(', ') + 1).trim();
}

/** "Atlantic Council, Reality Check" beside its own house is "Reality Check"; an outlet named already is nothing. */
function outletBeside(said: readonly string[], outlet: string): string | undefined {
  const house = said.find((name) => outlet.startsWith(`${name}, `));
  if (house !== undefined) return outlet.slice(house.length + 2);
  return said.some((name) => name.includes(outlet) || outlet.includes(name)) ? undefined : outlet;
}

function buildCitation(citation: Citation, source: Source): CardCitation {
  return { paragraph: citation.paragraph, quote: citation.quote, href: citationUrl(source, citation) };
}
