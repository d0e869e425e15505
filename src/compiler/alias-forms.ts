import { isEnglish } from '../core/alias-fitness.ts';
import type { AuthoredTerm } from './authored.ts';
import { russianForms } from './russian-forms.ts';
import { otherEnglish, otherNumber } from './word-forms.ts';

type Kind = AuthoredTerm['kind'];

/** A written alias and whether its authors wrote it so, or it was derived. */
export interface AliasForm {
  readonly text: string;
  readonly derived: boolean;
}

const COUNTED: ReadonlySet<Kind> = new Set<Kind>(['law', 'concept', 'programme', 'event']);

/** What an alias is taken as. */
export interface AliasUse {
  readonly kind: Kind;
  /** Its capitals must stand. */
  readonly exact: boolean;
  /** Of the Pack. */
  readonly language: string;
}

/**
 * Every form of an alias that pages may print, the written one first. Exact ones get no plural, and in a Pack that is
 * not in English nothing is made up but the cases of Russian persons: its authors know its grammar.
 */
export function aliasForms(written: string, { kind, exact, language }: AliasUse): readonly AliasForm[] {
  const cases = kind === 'person' ? russianForms(written) : [written];
  if (!isEnglish(language)) return cases.map((text) => ({ text, derived: text !== written }));
  const counted = COUNTED.has(kind) && !exact ? cases.flatMap((text) => [text, ...otherNumber(text)]) : cases;
  const all = new Set(counted.flatMap((text) => [text, ...otherEnglish(text)]));
  return [...all].map((text) => ({ text, derived: text !== written }));
}

/** The alias once for each word of every list that it names: "Magnitsky {act}"; itself where it names none. */
export function alternatives(
  written: string,
  lists: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const [whole, name] = /\{([a-z0-9-]+)\}/.exec(written) ?? [];
  if (whole === undefined || name === undefined || !Object.hasOwn(lists, name)) return [written];
  return (lists[name] ?? []).flatMap((word) => alternatives(written.replace(whole, word), lists));
}
