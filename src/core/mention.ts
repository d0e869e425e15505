import type { NonEmpty, TermKey } from './ids.ts';
import type { Priority } from './types.ts';

/** Alias + place in a string: a fact about characters. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** Position of the alias in the list that the matcher was compiled from. */
  readonly alias: number;
}

/** A Match accepted as meaning a Term. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly term: TermKey;
  readonly label: string;
  readonly priority: Priority;
  /** The rule that decided, for "Why this match?". */
  readonly why: Why;
  /** What other Packs take these words for. */
  readonly also?: NonEmpty<TermKey>;
}

/** Why a Match was accepted: a message key of `_locales` (`why_<rule>`) and the words that decided. */
export interface Why {
  readonly rule: string;
  readonly evidence: readonly string[];
}
