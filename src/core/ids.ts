/** What tells one thing of a Pack from another; branded, so that none is taken for another. */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A list with at least one entry. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** Unique over all Packs. */
export type PackId = Branded<'PackId'>;
/** Unique within its Pack. */
export type TermId = Branded<'TermId'>;
/** Unique within its Pack. */
export type SourceId = Branded<'SourceId'>;
/** Unique within its Pack. */
export type QuestionId = Branded<'QuestionId'>;
/** Unique within its Pack. */
export type ClaimId = Branded<'ClaimId'>;
/** Unique within its Pack. */
export type NoteId = Branded<'NoteId'>;
/** Unique within its Pack. */
export type EventId = Branded<'EventId'>;
/** `pack-id/term-id`: unique over all Packs. */
export type TermKey = Branded<'TermKey'>;

/** A year, month or day: `2012`, `2012-12` or `2012-12-14`. Sorts as text. */
export type PartialDate = Branded<'PartialDate'>;
