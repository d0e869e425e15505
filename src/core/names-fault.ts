import { type AliasFitness, aliasFitness, isEnglish } from './alias-fitness.ts';
import type { DraftRule } from './encode-index.ts';
import { MOST_ITEMS } from './pack-limits.ts';
import type { NamedAlias, PackNames } from './pack-names.ts';

const WORDS: Readonly<Record<Exclude<AliasFitness, 'fit'>, string>> = {
  short: 'is too short without words that must be near (P51)',
  common: 'is a common word without words that must be near (P51)',
  everywhere: 'stands in every paragraph (P51)',
  wordless: 'holds no word',
};

/** As much of a Pack as its names are held against. */
export interface NamesOwner {
  /** How many it has. */
  readonly terms: number;
  readonly language: string;
}

/**
 * So many names of a Pack in another language may be common words in English: some are words there, too ("Hand",
 * "Film"). More would mark English pages all over.
 */
export const MOST_COMMON_IN_ENGLISH = 100;

/** What is wrong with names in good shape: ordinals that lead nowhere, words that would mark everything. At most `most`. */
export function namesFaults(names: PackNames, { terms, language }: NamesOwner, most: number): string[] {
  const faults: string[] = [];
  let commonInEnglish = 0;
  if (names.pageCues > names.aliases.length)
    faults.push(`names.pageCues: there are only ${names.aliases.length} aliases`);
  const words = names.rules.reduce((sum, rule) => sum + countWords(rule), 0);
  if (words > MOST_ITEMS.allWords)
    faults.push(`names.rules: have ${words} words together; at most ${MOST_ITEMS.allWords}`);
  for (const [at, rule] of names.rules.entries()) {
    if (faults.length >= most) return faults;
    if (!cuesOf(rule).every((cue) => cue < names.aliases.length && cue >= -terms))
      faults.push(`names.rules.${at}: asks for an alias or a term that is not there`);
  }
  for (const [at, alias] of names.aliases.entries()) {
    if (faults.length >= most) return faults;
    const fault = faultOf(alias, names, { terms, language });
    if (fault !== undefined) faults.push(`names.aliases.${at}: ${fault}`);
    else if (!isEnglish(language) && isFree(alias, names) && aliasFitness(alias[0], 'en') === 'common')
      commonInEnglish += 1;
  }
  if (commonInEnglish > MOST_COMMON_IN_ENGLISH)
    faults.push(
      `names.aliases: ${commonInEnglish} are common words in English without words that must be near; at most ${MOST_COMMON_IN_ENGLISH} (P51)`,
    );
  return faults;
}

function faultOf(alias: NamedAlias, names: PackNames, { terms, language }: NamesOwner): string | undefined {
  const [text, readings] = alias;
  if (readings.some(([term, rule]) => term >= terms || rule > names.rules.length))
    return `"${text}" means a term or has a rule that is not there`;
  const fitness = aliasFitness(text, language);
  if (fitness === 'wordless') return `"${text}" ${WORDS.wordless}`;
  if (fitness === 'fit') return undefined;
  const isUsed = fitness === 'everywhere' ? readings.some(([term]) => term >= 0) : isFree(alias, names);
  return isUsed ? `"${text}" ${WORDS[fitness]}` : undefined;
}

/** Whether the words mean some Term wherever they stand. */
function isFree([, readings]: NamedAlias, { rules }: PackNames): boolean {
  return readings.some(([term, rule]) => term >= 0 && !isBound(rules[rule - 1]));
}

/** Something beside it must hold before the words mean the Term. */
function isBound(rule: DraftRule | undefined): boolean {
  if (rule === undefined) return false;
  const asked = [rule.needs, rule.after, rule.joins].some((list) => list !== undefined && list.length > 0);
  return asked || (rule.letters !== undefined && rule.not !== undefined && rule.not.length > 0);
}

function cuesOf({ needs = [], not = [] }: DraftRule): readonly number[] {
  return [...needs, ...not].flat();
}

function countWords(rule: DraftRule): number {
  const { notBefore, notAfter, after, joins, home, person } = rule;
  const lists = [notBefore, notAfter, after, joins, home, person?.given, person?.others];
  return lists.reduce((sum, list) => sum + (list?.length ?? 0), cuesOf(rule).length);
}
