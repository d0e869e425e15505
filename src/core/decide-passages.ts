import type { InTurns } from './in-turns.ts';
import type { Mention } from './mention.ts';
import type { MentionFinder } from './mentions.ts';
import { mergeMentions } from './merge-mentions.ts';
import { addEvidence, type PageEvidence } from './page-evidence.ts';
import { type PageMemory, readEvidence, writeEvidence } from './page-memory.ts';
import type { PassageReading } from './passage-reading.ts';

/** The finder of one Pack. */
export interface PackFinder {
  readonly id: string;
  readonly finder: MentionFinder;
}

/** By which Packs a page is decided: the bundled ones, first come first served, and the reader's own behind them. */
export interface PackFinders {
  readonly bundled: readonly PackFinder[];
  readonly added: readonly PackFinder[];
}

/** What came of one passage. */
export interface DecidedPassage {
  readonly mentions: readonly Mention[];
  /** Whether a Term may be meant in it once the page has said more. */
  readonly mayMean: boolean;
}

/** What came of some passages of a page, in the order in which they were given. */
export interface Decision {
  readonly passages: readonly DecidedPassage[];
  /** What the page has told with them. */
  readonly memory: PageMemory;
  /** Passages decided before may have to be decided again. */
  readonly grew: boolean;
  /** Short forms that stand for a Term on this page, such as "the Act". */
  readonly forms: readonly string[];
}

interface PackOnPage extends PackFinder {
  readonly evidence: PageEvidence;
}

/**
 * Decides passages of one page by what it has told before and what they tell themselves, in turns. Pure: the same
 * passages given again tell nothing new.
 */
export function* decidePassages(
  { bundled, added }: PackFinders,
  texts: readonly string[],
  memory: PageMemory,
): InTurns<Decision> {
  const onPage = ({ id, finder }: PackFinder): PackOnPage => {
    return {
      id,
      finder,
      evidence: readEvidence(Object.hasOwn(memory.packs, id) ? memory.packs[id] : undefined),
    };
  };
  const packs = { bundled: bundled.map(onPage), added: added.map(onPage) };
  const all = [...packs.bundled, ...packs.added];
  const { readings, grew } = yield* readAll(all, texts);
  const passages = yield* decideAll(packs, readings);
  const written = all.map(({ id, evidence }) => [id, writeEvidence(evidence)] as const);
  return {
    passages,
    memory: { ...memory, packs: { ...memory.packs, ...Object.fromEntries(written) } },
    grew,
    forms: [...new Set(all.flatMap(({ evidence }) => shortFormsOf(evidence)))],
  };
}

interface PacksOnPage {
  readonly bundled: readonly PackOnPage[];
  readonly added: readonly PackOnPage[];
}

/** What each passage tells each Pack; by which what was decided before may have to be decided again. */
function* readAll(
  packs: readonly PackOnPage[],
  texts: readonly string[],
): InTurns<{ readonly readings: readonly (readonly PassageReading[])[]; readonly grew: boolean }> {
  let grew = false;
  const readings: (readonly PassageReading[])[] = [];
  for (const text of texts) {
    const told: PassageReading[] = [];
    for (const { finder, evidence } of packs) {
      const reading = yield* finder.readPassage(text);
      grew = addEvidence(evidence, reading, finder.asksPage) || grew;
      told.push(reading);
    }
    readings.push(told);
  }
  return { readings, grew };
}

function* decideAll(
  { bundled, added }: PacksOnPage,
  readings: readonly (readonly PassageReading[])[],
): InTurns<readonly DecidedPassage[]> {
  const passages: DecidedPassage[] = [];
  for (const told of readings) {
    const own = yield* decideEach(bundled, told);
    const others = yield* decideEach(added, told.slice(bundled.length));
    const mayMean = told.some((reading) => reading.mayMean);
    passages.push({ mentions: mergeMentions(own, others), mayMean });
  }
  return passages;
}

function* decideEach(
  packs: readonly PackOnPage[],
  readings: readonly PassageReading[],
): InTurns<readonly (readonly Mention[])[]> {
  const decided: (readonly Mention[])[] = [];
  for (const [at, { finder, evidence }] of packs.entries()) {
    const told = readings[at];
    decided.push(told === undefined ? [] : yield* finder.decide(told, evidence));
  }
  return decided;
}

/** Only those that stand for a Term. */
function shortFormsOf({ shorts }: PageEvidence): readonly string[] {
  return [...shorts]
    .filter(([, meanings]) => [...meanings].some((term) => term !== undefined))
    .map(([form]) => form);
}
