import { functionWords, titleWords } from './english.ts';
import { pattern } from './letters.ts';
import type { Rule } from './mention-index.ts';
import {
  bare,
  isCapitalised,
  type Neighbours,
  opensSentence,
  plain,
  wordsAfter,
  wordsBefore,
} from './neighbours.ts';

const smallWord = pattern()`(?:^|[^\p{L}\p{N}'])\p{Ll}`;
const nation = pattern()`^(?:\p{Lu}\p{Ll}+(?:'s?|(?<=ian|ean|can|ese|ish|ine))|\p{Lu}{2,5})$`;
const nationLike = pattern()`'s?$|(?:ian|ean|can|ese|ish)$|^\p{Lu}{2}$`;

const letterOrDigit = pattern('g')`[\p{L}\p{N}]`;

/** A Rule's `letters` where authors wrote the alias small: any capitals will do, save those of a longer name. */
export const SMALL = 'a';

/** True when the capitals that a Rule's `letters` ask for stand in the text; more capitals do no harm. */
export function hasLetters(letters: string, surface: string): boolean {
  if (letters === 'A') return surface === surface.toUpperCase();
  if (letters === 'Aa') return !smallWord.test(plain(surface));
  const seen = plain(surface).match(letterOrDigit) ?? [];
  const wanted = letters.match(letterOrDigit) ?? [];
  return wanted.every(
    (letter, at) => letter === letter.toLowerCase() || seen[at] !== seen[at]?.toLowerCase(),
  );
}

/** True when the words beside the name are not among those that rule it out. */
export function hasFreeSides(rule: Rule, { before, after }: Neighbours): boolean {
  const next = wordsAfter(after, 1)[0];
  if (next !== undefined && rule.notBefore?.includes(bare(next))) return false;
  const previous = bare(wordsBefore(before.replace(/["'(]$/, '').replace(/-$/, ' '), 1)[0] ?? '');
  if (rule.notAfter?.includes(previous)) return false;
  return (
    (rule.after ?? rule.joins) === undefined || stands(rule.after, previous) || stands(rule.joins, previous)
  );
}

function stands(words: readonly string[] | undefined, word: string): boolean {
  return words?.includes(word) ?? false;
}

/** True when a proper word beside it says that it is somebody else's: "Peru's …", "… of Belarus". */
export function isElsewhere(home: readonly string[], around: Neighbours, headline: boolean): boolean {
  const previous = wordsBefore(around.before, 1)[0];
  if (previous !== undefined && isForeign(home, previous)) {
    const opens = opensSentence(around.before.slice(0, -1 - previous.length));
    if ((!headline && !opens) || isNationLike(previous)) return true;
  }
  const [link, ...more] = wordsAfter(around.after, 3);
  if (link === undefined || !['of', 'in'].includes(link.toLowerCase())) return false;
  const place = more[0]?.toLowerCase() === 'the' ? more[1] : more[0];
  const shouted = link !== link.toLowerCase();
  return place !== undefined && isForeign(home, place) && (!shouted || isNationLike(place));
}

function isForeign(home: readonly string[], word: string): boolean {
  // "Republican-led"
  const name = bare(word).split('-')[0] ?? '';
  return isCapitalised(word) && !functionWords.has(name) && !titleWords.has(name) && !home.includes(name);
}

/** True when the word before is a nation's or a body's: "Peru's", "Philippine", "FIFA". */
export const isOfNation = ({ before }: Neighbours): boolean => nation.test(wordsBefore(before, 1)[0] ?? '');

/** Where any word has a capital, only a possessive, an acronym or an adjective of nation tells. */
function isNationLike(word: string): boolean {
  return nationLike.test(word);
}

/** The place of the name proper inside its match. */
export function cutSpan(
  text: string,
  start: number,
  end: number,
  [head, tail]: readonly [number, number],
): readonly [number, number] {
  const surface = text.slice(start, end);
  const gaps = [...surface.matchAll(/[\s\u00a0\u2010-\u2015/"“”-]+/g)];
  const before = gaps[head - 1];
  const after = gaps[gaps.length - tail];
  const from = head > 0 && before !== undefined ? start + before.index + before[0].length : start;
  const to = tail > 0 && after !== undefined ? start + after.index : end;
  return [from, to];
}
