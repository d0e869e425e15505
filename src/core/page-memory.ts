import { createPageEvidence, type PageEvidence } from './page-evidence.ts';

/**
 * What a page has told so far, as it travels: the page keeps it and sends it along with what is to be decided, so that
 * the background keeps nothing of any page and may be stopped between any two questions.
 */
export interface PageMemory {
  /** By id of the Pack. */
  readonly packs: Readonly<Record<string, WrittenEvidence>>;
  /** The names of added Packs that were come upon, by their keys in the order of coming: their finders are made of these. */
  readonly keys: readonly number[];
}

/** `PageEvidence` as lists; null for what is none of our Terms. */
export interface WrittenEvidence {
  readonly cues: readonly (readonly [alias: number, surface: string])[];
  readonly named: readonly (readonly [term: number, surface: string])[];
  readonly rivals: readonly string[];
  readonly shorts: readonly (readonly [form: string, meanings: readonly (number | null)[]])[];
}

/** Of a page that has told nothing yet. */
export const NO_MEMORY: PageMemory = { packs: {}, keys: [] };

/** Words as the page has them are shown to readers, and cut: spaces in them may be as many as a page likes. */
export const MAX_WORDS_UNITS = 200;

/** What a page may tell of each kind; a Pack has fewer names. */
export const MOST_TOLD = 100_000;

/** What a page has told one Pack. */
export function readEvidence(written: WrittenEvidence | undefined): PageEvidence {
  if (!written) return createPageEvidence();
  const shorts = written.shorts.map(
    ([form, meanings]) => [form, new Set(meanings.map((term) => term ?? undefined))] as const,
  );
  return {
    cues: new Map(written.cues),
    named: new Map(written.named),
    rivals: new Set(written.rivals),
    shorts: new Map(shorts),
  };
}

/** The same, to travel. Longer names than people bear are left out, and what no page tells so much of. */
export function writeEvidence({ cues, named, rivals, shorts }: PageEvidence): WrittenEvidence {
  return {
    cues: [...cues].map(cutSurface),
    named: [...named].map(cutSurface),
    rivals: [...rivals].filter((name) => name.length <= MAX_WORDS_UNITS).slice(0, MOST_TOLD),
    shorts: [...shorts].map(([form, meanings]) => [form, [...meanings].map((term) => term ?? null)] as const),
  };
}

function cutSurface([number, surface]: readonly [number, string]): readonly [number, string] {
  return [number, surface.slice(0, MAX_WORDS_UNITS)];
}
