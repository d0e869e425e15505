import { functionWords, nameHeads, nameLinks, namesakes, thingHeads, titleWords } from './english.ts';
import { pattern } from './letters.ts';
import { isNamesake, titleAround } from './namesakes.ts';
import type { Neighbours } from './neighbours.ts';
import { bare, isCapitalised, opensSentence, wordsAfter, wordsBefore } from './neighbours.ts';

const nameWords = pattern('g')`[\p{L}\p{N}']+`;
const ofName = pattern()`^ (?:of|for) (?:the )?\p{Lu}`;

/** Heads that leave a common term what it is: "… Talks" are still about it. */
const openHeads: ReadonlySet<string> = new Set(['talks', 'dialogue', 'negotiations']);

/** "hit by the Visa ban": within a sentence a capital tells that such a word is a company's. */
const brands: ReadonlySet<string> = new Set(['visa']);

const isHead = (word: string): boolean =>
  isCapitalised(word) && (nameHeads.has(bare(word)) || thingHeads.has(bare(word)));

/**
 * True when a term that is written small stands in capitals as part of a longer name: "the Smart Sanctions
 * Institute", "Journal of Smart Sanctions", "the band Smart Sanctions". Capitals of a headline tell nothing.
 */
export function isNamePart(surface: string, { before, after }: Neighbours, headline: boolean): boolean {
  const words = (surface.match(nameWords) ?? []).filter((word) => !nameLinks.has(word));
  if (surface === surface.toUpperCase() || !isCapitalised(surface)) return false;
  if (!words.every(isCapitalised))
    return brands.has(bare(words[0] ?? '')) && !headline && !opensSentence(before);
  const next = wordsAfter(after, 1)[0];
  if (next !== undefined && openHeads.has(bare(next))) return false;
  if ((next !== undefined && isHead(next)) || isTitled(surface, { before, after }, headline)) return true;
  if (isNamesake(surface, { before, after })) return true;
  if (headline) return false;
  if (!opensSentence(before) && words.length === 1) return true;
  if (opensSentence(before)) return words.length > 1 && next !== undefined && isProper(next);
  if (ofName.test(after)) return true;
  if (next !== undefined && (isProper(next) || namesakes.has(bare(next)))) return true;
  return isNamedBefore(before);
}

/** "The Clean Water Blues", in quotation marks and capitals; in a headline only with "by" behind. */
function isTitled(surface: string, around: Neighbours, headline: boolean): boolean {
  const title = titleAround(surface, around);
  if (title === undefined || (headline && title.behind === '')) return false;
  return `${title.head}${title.tail}${title.behind}`.trim() !== '';
}

const isProper = (word: string): boolean =>
  isCapitalised(word) && !functionWords.has(bare(word)) && !titleWords.has(bare(word));

/** "Centre for …", "Counter …", "the film …". */
function isNamedBefore(before: string): boolean {
  const [first, second, third] = wordsBefore(before, 3);
  if (first === undefined) return false;
  if (isProper(first)) return !/'s?$/.test(first);
  if (namesakes.has(bare(first))) return true;
  const head = first.toLowerCase() === 'the' ? third : second;
  const link = first.toLowerCase() === 'the' ? second : first;
  return link !== undefined && nameLinks.has(link) && head !== undefined && isHead(head);
}
