import type {
  Author,
  Citation,
  Claim,
  ClaimId,
  Note,
  NoteId,
  NoteKind,
  Pack,
  Prose,
  PublicRecord,
  Source,
  SourceId,
  Stance,
  Strength,
} from './types.ts';

/** Who says it and where, in parts; the words between them are the interface's. */
export interface CardByline {
  readonly source: SourceId;
  /** Author in brief, such as "Ashford and Burrows". */
  readonly shortName: string;
  readonly authors: readonly string[];
  /** Distinct roles of the authors; empty where the author is the organisation itself. */
  readonly roles: readonly string[];
  /** Left out where an author or a role already says it. */
  readonly outlet?: string;
  readonly year: string;
  readonly title: string;
}

/** A paragraph of a Source and the link that lands on it. */
export interface CardPlace {
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
  readonly strength: Strength;
  readonly basis: Claim['basis'];
  readonly by: CardByline;
  readonly places: readonly CardPlace[];
  /** Notes on this Claim, gravest first: shown whenever it is. */
  readonly notes: readonly CardNote[];
}

/** Look-ups that the parts of one Card share. */
export interface CardMaterial {
  readonly pack: Pack;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly notesByClaim: ReadonlyMap<ClaimId, readonly Note[]>;
}

/** Gathers the look-ups of one Pack; notes come gravest first. */
export function gatherMaterial(pack: Pack): CardMaterial {
  const notesByClaim = new Map<ClaimId, Note[]>();
  for (const note of bySeverity(pack.notes)) {
    for (const claim of note.claims) {
      const notes = notesByClaim.get(claim);
      if (notes) notes.push(note);
      else notesByClaim.set(claim, [note]);
    }
  }
  return { pack, sources: new Map(pack.sources.map((source) => [source.id, source])), notesByClaim };
}

/** The gravest first, otherwise in the published order. */
export function bySeverity(notes: readonly Note[]): readonly Note[] {
  return [...notes].sort((a, b) => a.severity - b.severity);
}

/** A Claim for the card; nothing when its Source is not in the Pack. */
export function buildClaim(claim: Claim, material: CardMaterial): CardClaim | undefined {
  const source = material.sources.get(claim.source);
  if (!source) return undefined;
  const notes = material.notesByClaim.get(claim.id) ?? [];
  return {
    id: claim.id,
    text: claim.text,
    stance: claim.stance,
    strength: claim.strength,
    basis: claim.basis,
    by: buildByline(source),
    places: claim.citations.map((citation) => buildPlace(citation, source)),
    notes: notes.map((note) => buildNote(note, material)),
  };
}

/** A Note for the card, its Source by short name. */
export function buildNote(note: Note, material: CardMaterial): CardNote {
  return {
    id: note.id,
    kind: note.kind,
    source: material.sources.get(note.source)?.shortName ?? note.source,
    paragraphs: note.paragraphs,
    says: note.says,
    fact: note.fact,
    records: note.records,
    certainty: note.certainty,
  };
}

/** Prose for the card; a pointer to a Source that is not there is left out. */
export function buildProse(prose: Prose, material: CardMaterial): CardProse {
  return prose.flatMap((part): CardProse => {
    if (typeof part === 'string') return [part];
    const source = material.sources.get(part.source);
    return source ? [{ source: source.shortName, paragraph: part.paragraph, href: source.url }] : [];
  });
}

/** Author, role, outlet and year, each said once. */
export function buildByline(source: Source): CardByline {
  const authors = source.authors.map(authorName);
  const roles = [...new Set(source.authors.map((author) => author.role))].filter(
    (role) => role !== '' && !authors.includes(role),
  );
  const said = [...authors, ...roles].some((text) => text.includes(source.outlet));
  return {
    source: source.id,
    shortName: source.shortName,
    authors,
    roles,
    ...(said ? {} : { outlet: source.outlet }),
    year: source.date.slice(0, 4),
    title: source.title,
  };
}

function authorName(author: Author): string {
  return author.given === undefined ? author.family : `${author.given} ${author.family}`;
}

function buildPlace(citation: Citation, source: Source): CardPlace {
  return {
    paragraph: citation.paragraph,
    quote: citation.quote,
    href: `${source.url}#:~:text=${fragmentText(citation.quote)}`,
  };
}

/** `-` and `,` have a meaning of their own in a text fragment. */
function fragmentText(quote: string): string {
  return encodeURIComponent(quote).replaceAll('-', '%2D');
}
