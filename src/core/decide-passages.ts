import { divideText } from './divide-text.ts';
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
 * passages given again tell nothing new. From where it is told that it is enough, the rest is passed over.
 */
export function* decidePassages(
  { bundled, added }: PackFinders,
  texts: readonly string[],
  memory: PageMemory,
  isEnough: () => boolean = () => false,
): InTurns<Decision> {
  const onPage = ({ id, finder }: PackFinder): PackOnPage => {
    const written = Object.hasOwn(memory.packs, id) ? memory.packs[id] : undefined;
    return { id, finder, evidence: readEvidence(written) };
  };
  const packs = { bundled: bundled.map(onPage), added: added.map(onPage) };
  const all = [...packs.bundled, ...packs.added];
  const parts = texts.flatMap((text, passage) =>
    divideText(text, 0, text.length).map(([start, end]): Part => {
      return { passage, start, text: text.slice(start, end), readings: [] };
    }),
  );
  const grew = yield* readAll(all, parts, isEnough);
  const passages = yield* decideAll(packs, parts, texts.length, isEnough);
  const written = all.map(({ id, evidence }) => [id, writeEvidence(evidence)] as const);
  return {
    passages,
    memory: { ...memory, packs: { ...memory.packs, ...Object.fromEntries(written) } },
    grew,
    forms: [...new Set(all.flatMap(({ evidence }) => shortFormsOf(evidence)))],
  };
}

/** A passage, or of a long one a part. */
interface Part {
  readonly passage: number;
  /** Where it starts in its passage. */
  readonly start: number;
  readonly text: string;
  /** By Pack; nothing where it could not be read. */
  readings: readonly (PassageReading | undefined)[];
}

interface PacksOnPage {
  readonly bundled: readonly PackOnPage[];
  readonly added: readonly PackOnPage[];
}

/** Reads what each part tells each Pack; whether what was decided before may have to be decided again. */
function* readAll(
  packs: readonly PackOnPage[],
  parts: readonly Part[],
  isEnough: () => boolean,
): InTurns<boolean> {
  let grew = false;
  for (const part of parts) {
    if (isEnough()) break;
    const readings: (PassageReading | undefined)[] = [];
    for (const { finder, evidence } of packs) {
      const reading = yield* orNothing(finder.readPassage(part.text));
      grew = (reading !== undefined && addEvidence(evidence, reading, finder.asksPage)) || grew;
      readings.push(reading);
    }
    part.readings = readings;
  }
  return grew;
}

function* decideAll(
  { bundled, added }: PacksOnPage,
  parts: readonly Part[],
  passages: number,
  isEnough: () => boolean,
): InTurns<readonly DecidedPassage[]> {
  const decided = Array.from({ length: passages }, () => ({ mentions: [] as Mention[], mayMean: false }));
  for (const { passage, start, readings } of parts) {
    const into = decided[passage];
    if (!into || isEnough()) break;
    const own = yield* decideEach(bundled, readings);
    const others = yield* decideEach(added, readings.slice(bundled.length));
    into.mentions.push(...mergeMentions(own, others).map((mention) => moved(mention, start)));
    into.mayMean ||= readings.some((reading) => reading?.mayMean);
  }
  return decided;
}

function* decideEach(
  packs: readonly PackOnPage[],
  readings: readonly (PassageReading | undefined)[],
): InTurns<readonly (readonly Mention[])[]> {
  const decided: (readonly Mention[])[] = [];
  for (const [at, { finder, evidence }] of packs.entries()) {
    const told = readings[at];
    decided.push((told && (yield* orNothing(finder.decide(told, evidence)))) ?? []);
  }
  return decided;
}

/** A Pack whose tables turn out damaged, or a text that no code of ours is up to, must not keep the rest from being decided. */
function* orNothing<Result>(work: InTurns<Result>): InTurns<Result | undefined> {
  try {
    return yield* work;
  } catch {
    return undefined;
  }
}

function moved(mention: Mention, by: number): Mention {
  return by === 0 ? mention : { ...mention, start: mention.start + by, end: mention.end + by };
}

/** Only those that stand for a Term. */
function shortFormsOf({ shorts }: PageEvidence): readonly string[] {
  return [...shorts]
    .filter(([, meanings]) => [...meanings].some((term) => term !== undefined))
    .map(([form]) => form);
}
