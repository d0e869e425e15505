/** The format of pack files that is written, and the latest that is read. */
export const PACK_FORMAT = 2;

/** How every id is written: lower-case letters, digits and single hyphens. */
export const ID_FORM = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** UTF-16 units that a text may have, by what it is. Real packs stay far below; cards are laid out for these. */
export const MOST_UNITS = {
  id: 64,
  /** Fits the headline of a card. */
  label: 48,
  alias: 120,
  /** Names, titles, roles and the like. */
  line: 200,
  /** Read in one glance: glosses and claims. */
  glance: 240,
  quote: 120,
  prose: 2000,
  /** Words that tell what a pack is about. */
  subject: 8000,
  link: 2000,
} as const;

/** How many of each a pack file may hold. Beyond these it is refused with the number. */
export const MOST_ITEMS = {
  terms: 120_000,
  sources: 5_000,
  questions: 10_000,
  notes: 20_000,
  events: 20_000,
  /** Names of all terms together, and the words that their rules ask for. */
  aliases: 400_000,
  aliasesOfTerm: 200,
  /** Of one alias. */
  readings: 8,
  rules: 4_000,
  /** Words or cues in one list of a rule. */
  words: 1_000,
  /** Words and cues in all rules together. */
  allWords: 200_000,
  claims: 60,
  exchanges: 60,
  citations: 8,
  records: 20,
  links: 100,
  proseParts: 60,
} as const;

/** Bytes of a whole pack file, counted as they come in, not as they are declared. */
export const MOST_FILE_BYTES = 96 * 1024 * 1024;
/** Lists and fields with values in a whole pack file; the largest that all else allows has half of it. */
export const MOST_PARTS = 8_000_000;
/** Levels of lists and fields; a pack needs nine. */
export const MOST_LEVELS = 16;
/** After so many faults the rest is not looked for: the first say enough, and a list of millions says nothing. */
export const MOST_FAULTS = 200;
