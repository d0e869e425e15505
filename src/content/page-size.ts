/** Reading stops here: a page of this size is a data dump, not something to read. */
const MAX_UNITS = 12_000_000;

/** And here: no list is read that far, and each Mention is looked at again with every change. */
export const MAX_MENTIONS = 3_000;

/** Passages kept since a Term may be meant in them once the page has said more. */
const MAX_PASSAGES = 6_000;

/** Whether a page is larger than anybody reads, by the units looked through and what was found in them. */
export function isTooLarge(units: number, mentions: number, passages: number): boolean {
  return units >= MAX_UNITS || mentions >= MAX_MENTIONS || passages >= MAX_PASSAGES;
}
