import type { TermKey } from './ids.ts';
import type { Priority } from './types.ts';

/** A person's name as rules need it; words folded. */
export interface PersonRule {
  readonly surname?: boolean;
  readonly given: readonly string[];
  /** Given names of others who bear this surname. */
  readonly others: readonly string[];
  /** The surname alone tells nobody: it is a word, a place or a frequent name. */
  readonly weak?: boolean;
}

/**
 * What must hold around a Match before it means its Term. Words are folded; cues are ordinals of the
 * matcher's aliases, or `-1 - term` for "that Term is named on this page".
 */
export interface Rule {
  /** Capitals that must stand: `A` all letters, `Aa` the first of each word, `a` none, else as written here. */
  readonly letters?: string;
  /** One of these must stand near. */
  readonly needs?: ReadonlySet<number>;
  /** Where `needs` may stand; in the passage when left out. */
  readonly within?: 'sentence' | 'page';
  /** None of these may stand in the passage; in the sentence, where that names another Term. */
  readonly not?: ReadonlySet<number>;
  /** Words that must not follow, or stand before, at once. */
  readonly notBefore?: readonly string[];
  readonly notAfter?: readonly string[];
  /** Words of which one must stand right before; those of `joins` become part of the Mention. */
  readonly after?: readonly string[];
  readonly joins?: readonly string[];
  /** Proper words that may stand beside it ("Russia's …", "… of Russia"); any other makes it another's. */
  readonly home?: readonly string[];
  /** Whether the passage must speak of the Pack's subject; see `subject-rule.ts`. Not asked when left out. */
  readonly subject?: number;
  /** How many words of the alias stand before and after the name proper. */
  readonly cut?: readonly [number, number];
  readonly person?: PersonRule;
  /** The alias is only another spelling of this word. */
  readonly spells?: string;
}

/** One reading of an alias. Without a term it is a cue, or a decoy that means nothing of ours. */
export interface Sense {
  readonly term?: number;
  readonly rule?: Rule;
}

/** What finding and marking need to know of a Term. */
export interface IndexedTerm {
  readonly key: TermKey;
  readonly label: string;
  readonly priority: Priority;
}

/** All that a page needs to find Mentions; no text of any card. */
export interface MentionIndex {
  /** Undefined only for an ordinal that the index does not have. */
  readonly termAt: (ordinal: number) => IndexedTerm | undefined;
  /** The readings of an alias, the most demanding first. */
  readonly sensesOf: (alias: number) => readonly Sense[];
  /** Whether some rule asks about this alias anywhere on the page. */
  readonly isPageCue: (alias: number) => boolean;
  /** Left out where no rule depends on what the rest of the page says, beside its short forms. */
  readonly asksPage?: boolean;
  /** Words that tell the Pack's subject; left out where no rule asks. */
  readonly subject?: string;
  readonly matcher: Uint8Array;
}
