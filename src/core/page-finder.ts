import type { MentionFinder } from './mentions.ts';
import { addEvidence, createPageEvidence, type PageEvidence } from './page-evidence.ts';
import type { PassageReading } from './passage-reading.ts';
import type { Mention } from './types.ts';

/** Half-open, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a passage told, Pack by Pack. */
export type PageReading = readonly PassageReading[];

/** Finds Mentions on one page with several Packs; keeps what the page as a whole has told each of them. */
export interface PageFinder {
  /** Where something may be mentioned: a cheap first look at any stretch of text. */
  findCandidates(text: string): readonly Span[];
  /** Reads a passage. `grew`: passages read before may have to be decided again. */
  read(text: string): { readonly reading: PageReading; readonly grew: boolean };
  decide(reading: PageReading): readonly Mention[];
  /** Short forms such as "the Act" that the page has introduced since the last call. */
  takeNewShortForms(): readonly string[];
}

/** A finder over the finders of Packs, first come first served where two of them claim the same words. */
export function createPageFinder(finders: readonly MentionFinder[]): PageFinder {
  const pages = finders.map((finder) => ({ finder, evidence: createPageEvidence() }));
  const known = new Set<string>();
  return {
    findCandidates: (text) => finders.flatMap((finder) => finder.findCandidates(text)),
    read(text) {
      const reading = finders.map((finder) => finder.readPassage(text));
      const grew = pages.map(({ evidence }, at) => {
        const told = reading[at];
        return told !== undefined && addEvidence(evidence, told);
      });
      return { reading, grew: grew.includes(true) };
    },
    decide: (reading) =>
      merge(pages.map(({ finder, evidence }, at) => decideOne(finder, evidence, reading[at]))),
    takeNewShortForms() {
      const fresh = pages
        .flatMap(({ evidence }) => shortFormsOf(evidence))
        .filter((form) => !known.has(form));
      for (const form of fresh) known.add(form);
      return fresh;
    },
  };
}

function decideOne(
  finder: MentionFinder,
  evidence: PageEvidence,
  reading: PassageReading | undefined,
): readonly Mention[] {
  return reading === undefined ? [] : finder.decide(reading, evidence);
}

/** Only those that stand for a Term. */
function shortFormsOf({ shorts }: PageEvidence): readonly string[] {
  return [...shorts]
    .filter(([, meanings]) => [...meanings].some((term) => term !== undefined))
    .map(([form]) => form);
}

/** Of Mentions that overlap the longer one stays, of equal ones that of the earlier Pack. */
function merge(lists: readonly (readonly Mention[])[]): readonly Mention[] {
  const [only] = lists;
  if (lists.length === 1 && only) return only;
  const byLength = lists.flat().sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Mention[] = [];
  for (const mention of byLength) {
    if (!kept.some((other) => mention.start < other.end && other.start < mention.end)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Every place where one of the words stands, for a look through a page that has just introduced them. */
export function findWords(text: string, words: readonly string[]): readonly Span[] {
  return words.flatMap((word) => {
    const found: Span[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      found.push({ start: at, end: at + word.length });
    }
    return found;
  });
}
