import {
  functionWords,
  headLinks,
  headlineVerbs,
  lowerHeads,
  officeHeads,
  states,
  thingHeads,
  thingOpeners,
  towns,
} from './english.ts';
import { isCaseName, isNamesake, isSaidToBe } from './namesakes.ts';
import {
  bare,
  isCapitalised,
  type Neighbours,
  opensSentence,
  wordsAfter,
  wordsBefore,
} from './neighbours.ts';

/** A name of a thing is hardly longer than this after the person's. */
const MAX_WORDS = 5;

/** "the village of Obama" */
const placeBefore = /\b(?:town|city|village|hamlet|suburb|port|parish|municipality|county|island) of $/i;
/** A town or village of that name, said to be one right beside it. */
export const isPlaceName = ({ before, after }: Neighbours): boolean =>
  isSaidToBe(after, towns) || placeBefore.test(before);

const placed = /\b(?:in|near|at|from|of|to|outside)\s+$/i;
const state = /^, ([A-Z][a-z]+(?: [A-Z][a-z]+)?|(?:[A-Z]\.){2})(?:[,.;) ]|$)/;

/** ", Texas," or ", Mont.," behind a town's name. */
export const isInState = ({ before, after }: Neighbours): boolean => {
  const [whole = '', name = ''] = state.exec(after) ?? [];
  if (!opensSentence(before) && !placed.test(before)) return false;
  return whole.endsWith(' ') ? /\.$/.test(name) && states.has(name) : states.has(name);
};

const isThingOpener = (word: string): boolean => isCapitalised(word) && thingOpeners.has(bare(word));

/**
 * True when the name is part of another thing's: "… Tower", "… Presidential Library", "USS …".
 * In a headline, where every word has a capital, heads that may be verbs do not count.
 */
export function isThingName(surface: string, around: Neighbours, headline: boolean): boolean {
  const { before, after } = around;
  if (isPlaceName(around) || isNamesake(surface, around) || isCaseName(around)) return true;
  const opener = wordsBefore(before, 1)[0];
  if (opener !== undefined && isThingOpener(opener)) return true;
  const words = wordsAfter(after, MAX_WORDS);
  for (const [index, word] of words.entries()) {
    const head = bare(word);
    if (index === 0 && lowerHeads.has(head)) return true;
    if (index === 0 && officeHeads.has(head)) return false;
    if (headline && index > 2) return false;
    // Small words within a name are small: "… Burrows\nThe United …".
    if (functionWords.has(head) && (headline || isCapitalised(word))) return false;
    // "The Reagan Show": before what somebody does, headlines have no article.
    if (isCapitalised(word) && thingHeads.has(head))
      return !(headline && headlineVerbs.has(head)) || /(?:^|\s)The $/.test(before);
    // A headline's verb: "… Celebrates Saved Carrier Jobs".
    if (headline && /(?:s|ed)$/.test(head)) return false;
    const next = bare(words[index + 1] ?? '');
    if (!isCapitalised(word) && !(headLinks.has(head) && (index > 0 || thingHeads.has(next)))) return false;
  }
  return false;
}
