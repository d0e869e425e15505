import { commonWords } from './common-words.ts';
import { type FrequentWords, frequentWordsOf } from './common-words-by-language.ts';
import { findWords } from './normalize.ts';

/** Shorter aliases without context words would mark half a page. */
const FEWEST_UNITS = 3;
const DETERMINERS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'this', 'that', 'these', 'those']);
/** Scripts in which two characters are a word. */
const DENSE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const FEWEST_DENSE_UNITS = 2;

/** Words that stand in every paragraph; nothing made of them alone may stand for a term, whatever its rules. */
const WORDS_EVERYWHERE: ReadonlySet<string> = new Set(
  `a about after again all also although am an and any are as at back be because been before being between both but
  by came can come could did do does down each even every first for from get go had has have he her here him his
  how i if in into is it its just know like made make many may me might more most much must my new no not now of
  off on one only or other our out over own said same say see shall she should since so some still such take than
  that the their them then there these they this those through time to too two under until up upon us very was
  way we well were what when where which while who whom whose why will with within would year years yes yet you
  your`.split(/\s+/),
);

/** What an alias' words say of its use: fit alone, only with words that must be near, or not at all. */
export type AliasFitness = 'fit' | 'short' | 'common' | 'everywhere' | 'wordless';

const ENGLISH: FrequentWords = { everywhere: WORDS_EVERYWHERE, common: commonWords, articles: DETERMINERS };

/** For a language whose frequent words are not known here: none is refused. */
const UNKNOWN: FrequentWords = { everywhere: new Set(), common: new Set(), articles: new Set() };

/** Whether a pack's language is English, so that its lists hold for it. */
export function isEnglish(language: string): boolean {
  return /^en(?:-|$)/i.test(language);
}

/**
 * Judges an alias by its words as the matcher folds them, so that no writing of "the" slips through, and by what is
 * frequent in the Pack's language. What stands in every English paragraph is common in any language: "Not" is German, too.
 */
export function aliasFitness(alias: string, language: string): AliasFitness {
  const words = wordsOf(alias);
  if (words.length === 0) return 'wordless';
  const frequent = isEnglish(language) ? ENGLISH : (frequentWordsOf(language) ?? UNKNOWN);
  if (words.every((word) => frequent.everywhere.has(word))) return 'everywhere';
  if (isShort(alias, words)) return 'short';
  if (words.every((word) => WORDS_EVERYWHERE.has(word))) return 'common';
  const [word = '', ...more] = words.filter((each) => !frequent.articles.has(each));
  return more.length === 0 && frequent.common.has(word) ? 'common' : 'fit';
}

/** As most names are written; such words fold to their small letters. */
const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

function wordsOf(alias: string): readonly string[] {
  if (PLAIN.test(alias)) return alias.toLowerCase().split(' ');
  return findWords(alias)
    .map(({ text }) => text)
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
}

function isShort(alias: string, words: readonly string[]): boolean {
  if (!/^\D+$/.test(alias)) return false;
  return words.join('').length < (DENSE.test(alias) ? FEWEST_DENSE_UNITS : FEWEST_UNITS);
}
