import type { PartialDate, TermKey } from './ids.ts';
import type { Why } from './mention.ts';

/** The day a page says it was published, and what said so. */
export interface PageDate {
  readonly date: PartialDate;
  readonly from: 'json-ld' | 'meta' | 'time' | 'address';
}

/** What the page said where a Card is wanted. */
export interface CardContext {
  /** The words marked on the page; left out for a related Term opened inside a card. */
  readonly surface?: string;
  readonly why?: Why;
  /** What other Packs take these words for. */
  readonly also?: readonly TermKey[];
  readonly pageDate?: PageDate;
  /** Words near the Mention, lower case, to bring the most relevant Question first. */
  readonly nearbyWords: readonly string[];
}
