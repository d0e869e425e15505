import type { AddedFinders, PackOnPage } from './added-finders.ts';
import type { InTurns } from './in-turns.ts';
import type { Mention } from './mention.ts';
import type { MentionFinder } from './mentions.ts';
import { mergeMentions } from './merge-mentions.ts';
import { addEvidence, createPageEvidence, type PageEvidence } from './page-evidence.ts';
import type { PassageReading } from './passage-reading.ts';

/** Half-open, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Names of added Packs have to be fetched first, or there is nothing to read here. */
  readonly later?: boolean;
}

/** What a passage told, Pack by Pack: known by what the page has told that Pack. */
export type PageReading = ReadonlyMap<PageEvidence, PassageReading>;

/** What a page has told the bundled Packs. It outlives the finder, which a page at rest does without. */
export interface PageMemory {
  /** In the order of the Packs. */
  readonly evidence: PageEvidence[];
  /** The short forms that were told already. */
  readonly forms: Set<string>;
}

/** Of a page that has told nothing yet. */
export const createPageMemory = (): PageMemory => ({ evidence: [], forms: new Set() });

/** What came of reading one passage. */
export interface ReadPassage {
  readonly reading: PageReading;
  /** Passages read before may have to be decided again. */
  readonly grew: boolean;
  /** Names of added Packs may stand in it that are yet to be fetched: read it again after that. */
  readonly isPartial: boolean;
}

/** Finds Mentions on one page with several Packs; keeps what the page as a whole has told each of them. */
export interface PageFinder {
  /** Where something may be mentioned: a cheap first look at any stretch of text. */
  findCandidates(text: string): readonly Span[];
  /** In turns, since one passage may be long, and the first meets code that has not run yet. */
  read(text: string): InTurns<ReadPassage>;
  decide(reading: PageReading): InTurns<readonly Mention[]>;
  /** Fetches what passages were partial for. False when nothing new came. */
  fetchNames(): Promise<boolean>;
  /** Whether a Term may be meant in a passage once the page has said more. */
  mayMean(reading: PageReading): boolean;
  /** Short forms such as "the Act" that the page has introduced since the last call. */
  takeNewShortForms(): readonly string[];
}

/** For a page without added Packs. */
const NONE_ADDED: AddedFinders = {
  pages: [],
  findCandidates: () => [],
  isPartial: () => false,
  fetchNames: () => Promise.resolve(false),
};

/** A finder over the bundled Packs, first come first served, and the added ones behind them. */
export function createPageFinder(
  finders: readonly MentionFinder[],
  memory: PageMemory = createPageMemory(),
  added: AddedFinders = NONE_ADDED,
): PageFinder {
  const bundled = finders.map((finder, at) => ({ finder, evidence: evidenceOf(memory, at) }));
  const pages = () => [...bundled, ...added.pages];
  return {
    findCandidates: (text) => [
      ...finders.flatMap((finder) => finder.findCandidates(text)),
      ...added.findCandidates(text),
    ],
    *read(text) {
      const isPartial = added.isPartial(text);
      const reading = new Map<PageEvidence, PassageReading>();
      let grew = false;
      for (const { finder, evidence } of pages()) {
        const told = yield* finder.readPassage(text);
        reading.set(evidence, told);
        grew = addEvidence(evidence, told, finder.asksPage) || grew;
      }
      return { reading, grew, isPartial };
    },
    *decide(reading) {
      const own = yield* decideEach(bundled, reading);
      return mergeMentions(own, yield* decideEach(added.pages, reading));
    },
    fetchNames: added.fetchNames,
    mayMean: (reading) => [...reading.values()].some((told) => told.mayMean),
    takeNewShortForms() {
      const fresh = pages()
        .flatMap(({ evidence }) => shortFormsOf(evidence))
        .filter((form) => !memory.forms.has(form));
      for (const form of fresh) memory.forms.add(form);
      return fresh;
    },
  };
}

function evidenceOf({ evidence }: PageMemory, pack: number): PageEvidence {
  evidence[pack] ??= createPageEvidence();
  return evidence[pack];
}

function* decideEach(
  pages: readonly PackOnPage[],
  reading: PageReading,
): InTurns<readonly (readonly Mention[])[]> {
  const decided: (readonly Mention[])[] = [];
  for (const page of pages) {
    const told = reading.get(page.evidence);
    decided.push(told === undefined ? [] : yield* page.finder.decide(told, page.evidence));
  }
  return decided;
}

/** Only those that stand for a Term. */
function shortFormsOf({ shorts }: PageEvidence): readonly string[] {
  return [...shorts]
    .filter(([, meanings]) => [...meanings].some((term) => term !== undefined))
    .map(([form]) => form);
}

/** Every place where one of the words stands, for a look through a page that has just introduced them. */
export function findPlaces(text: string, words: readonly string[]): readonly Span[] {
  return words.flatMap((word) => {
    const found: Span[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      found.push({ start: at, end: at + word.length });
    }
    return found;
  });
}
