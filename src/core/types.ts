/**
 * The vocabulary of Sidelight and nothing else: types, no code.
 * Words as in the README; offsets are UTF-16 code units, half-open.
 */

import type {
  ClaimId,
  EventId,
  NonEmpty,
  NoteId,
  PackId,
  PartialDate,
  QuestionId,
  SourceId,
  TermId,
} from './ids.ts';

/** A public fact (statute, date, court ruling) that a statement of ours rests on. */
export interface PublicRecord {
  /** How one would cite it, such as "Pub. L. 112-208, title IV". */
  readonly cite: string;
  /** https only; a statute citation alone is a fine record. */
  readonly url?: string;
}

/** What a Term names. */
export type TermKind =
  | 'law'
  | 'person'
  | 'organisation'
  | 'outlet'
  | 'event'
  | 'concept'
  | 'programme'
  | 'place';

/** 1: marked. 2: first Mention only. 3: off unless asked for. */
export type Priority = 1 | 2 | 3;

/** Whether a Term still holds today. */
export interface Status {
  /** Short, such as "In force" or "Ended for Russia in 2012". */
  readonly text: string;
  readonly tone: 'current' | 'ended' | 'changed';
}

/** A law, person, organisation, event or concept, with a stable id and one preferred label. */
export interface Term {
  readonly id: TermId;
  readonly label: string;
  /** Its other names, for search and for the Term's own page. */
  readonly aliases: readonly string[];
  readonly kind: TermKind;
  /** The kind in plain words, such as "Law of the United States, 2012". */
  readonly kindLine: string;
  readonly priority: Priority;
  /** Background in our words, at most 240 characters. */
  readonly gloss: string;
  readonly records: readonly PublicRecord[];
  readonly status?: Status;
  readonly related: readonly TermId[];
  /** For authors, outlets and publishers: the Sources that are theirs. */
  readonly sources: readonly SourceId[];
}

/** Who wrote a Source: a person, or an organisation where none is named. */
export interface Author {
  readonly given?: string;
  /** The family name, or the whole name of an organisation. */
  readonly family: string;
  /** Role and affiliation when the Source was published, such as "Freedom House". */
  readonly role: string;
}

/** A published work. */
export interface Source {
  readonly id: SourceId;
  readonly title: string;
  readonly authors: NonEmpty<Author>;
  /** Author in brief, such as "Ashford and Burrows". */
  readonly shortName: string;
  readonly outlet: string;
  readonly publisher: string;
  readonly date: PartialDate;
  readonly dateCertainty: 'certain' | 'inferred';
  readonly url: string;
  readonly archivedUrl?: string;
  readonly language: string;
  /** What it argues, in one line of ours. */
  readonly position: string;
  /** How others received it, where known, with records. */
  readonly reception?: { readonly text: string; readonly records: readonly PublicRecord[] };
  /** What is certain about this record and what is inferred. */
  readonly remarks: readonly string[];
  /** Number of non-empty lines of the text that paragraphs are counted in. */
  readonly paragraphCount: number;
}

/** A Claim's pointer to a place in its Source. */
export interface Citation {
  /** Ordinal from 1 of the non-empty lines of the Source's text. */
  readonly paragraph: number;
  /** Three to seven words that stand there, to land on. */
  readonly quote: string;
}

/** Which way a Claim answers its Question, by what the Question calls 'for'. */
export type Stance = 'for' | 'against' | 'mixed';
/** How firmly a Source says it. */
export type Strength = 'strong' | 'moderate' | 'slight';

/** One sentence that a Source asserts, in our words. */
export interface Claim {
  readonly id: ClaimId;
  readonly source: SourceId;
  readonly text: string;
  readonly stance: Stance;
  readonly strength: Strength;
  /** implied: the Source states the reason but does not put the Question itself. */
  readonly basis: 'explicit' | 'implied';
  readonly citations: NonEmpty<Citation>;
  /** Claims of other Sources that answer this one; symmetric. */
  readonly opposedBy: readonly ClaimId[];
}

/** One answer to a Question, with the Claims that carry it, strongest first. */
export interface Position {
  readonly stance: Stance;
  /** The answer in words, such as "Yes, they change behaviour". */
  readonly answer: string;
  readonly claims: NonEmpty<Claim>;
}

/**
 * Claim, objection, reply: what one Source says, another answers, and the first itself says on that point,
 * whether or not it was written with the other in view.
 */
export interface Exchange {
  readonly claim: ClaimId;
  readonly objection: ClaimId;
  /** Left out where no Source here replies; then the card says so. */
  readonly reply?: ClaimId;
}

/** A pointer to a paragraph of a Source, from a Pandoc-like `[@calingaert-2017, ¶22]` in prose. */
export interface SourcePoint {
  readonly source: SourceId;
  readonly paragraph: number;
}

/** Text of ours in which Sources may be cited: plain stretches and pointers, in reading order. */
export type Prose = readonly (string | SourcePoint)[];

interface QuestionBase {
  readonly id: QuestionId;
  readonly text: string;
  /** What answering "for" means. */
  readonly forMeans: string;
  readonly terms: NonEmpty<TermId>;
  readonly exchanges: readonly Exchange[];
  readonly remark?: Prose;
}

/** Two or more Positions that answer each other. */
export interface DisputedQuestion extends QuestionBase {
  readonly type: 'disputed';
  readonly positions: readonly [Position, Position, ...Position[]];
}

/** Only one voice in the corpus really speaks to it: no debate is staged. */
export interface LoneQuestion extends QuestionBase {
  readonly type: 'lone';
  readonly positions: NonEmpty<Position>;
  /** Why it is lone, in one sentence. */
  readonly why: Prose;
}

/** A matter in dispute. */
export type Question = DisputedQuestion | LoneQuestion;

/** How a Source and the Record differ. */
export type NoteKind =
  | 'error'
  | 'contested'
  | 'outdated'
  | 'simplification'
  | 'imprecise'
  | 'context'
  | 'typo';

/** Where a Source and the Record differ, or where it is contested. */
export interface Note {
  readonly id: NoteId;
  readonly source: SourceId;
  readonly paragraphs: NonEmpty<number>;
  readonly kind: NoteKind;
  /** What the Source says, in our words. */
  readonly says: string;
  /** What the Record says. */
  readonly fact: string;
  readonly records: NonEmpty<PublicRecord>;
  readonly certainty: 'certain' | 'high' | 'medium' | 'low';
  /** 1 is the gravest. */
  readonly severity: 1 | 2 | 3;
  readonly terms: readonly TermId[];
  /** The Claims that it concerns. */
  readonly claims: readonly ClaimId[];
}

/** A dated event on record. */
export interface TimelineEvent {
  readonly id: EventId;
  readonly date: PartialDate;
  readonly text: string;
  readonly terms: NonEmpty<TermId>;
  readonly records: NonEmpty<PublicRecord>;
}

/** A compiled, versioned bundle: what cards are drawn from. Matching tables are kept apart. */
export interface Pack {
  readonly id: PackId;
  readonly version: string;
  readonly title: string;
  /** What it is about, in a few sentences. */
  readonly description?: string;
  readonly language: string;
  readonly licence: string;
  /** Who wrote it and answers for it. */
  readonly publisher: string;
  readonly homepage?: string;
  /** The public key that its updates are signed with: ECDSA P-256, SPKI in base64. */
  readonly key?: string;
  readonly terms: readonly Term[];
  readonly sources: readonly Source[];
  readonly questions: readonly Question[];
  readonly notes: readonly Note[];
  readonly events: readonly TimelineEvent[];
}
