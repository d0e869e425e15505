import {
  functionWords,
  headLinks,
  headlineVerbs,
  lowerHeads,
  officeHeads,
  thingHeads,
  thingOpeners,
  vessels,
} from './english.ts';
import { bare, isCapitalised, type Neighbours, wordsAfter, wordsBefore } from './neighbours.ts';

/** A name of a thing is hardly longer than this after the person's. */
const MAX_WORDS = 5;

/** "Obama, a fishing town in …" */
const placeBehind =
  /^, (?:an?|the) (?:[\p{Ll}-]+ ){0,3}(?:town|city|village|hamlet|suburb|port|harbou?r|resort|settlement)\b/u;

/** "the village of Obama" */
const placeBefore = /\b(?:town|city|village|hamlet|suburb|port|parish|municipality|county|island) of $/i;
/** "the film ‘Reagan’" */
const filmBefore = /\b(?:film|movie|documentary|biopic|miniseries) ["']?$/i;
/** "Reagan, a chestnut colt": an animal, a work, a house or a team of that name. */
const otherBehind =
  /^['"]?, (?:an?|the) (?:(?!(?:of|an?|in|on|for|and|by|to|at|from|with)\b)[\p{L}'-]+ ){0,4}(?:film|movie|documentary|biopic|musical|opera|novel|thriller|band|bakery|restaurant|pub|bar|café|cafe|shop|store|colt|filly|gelding|mare|stallion|racehorse|greyhound|retriever|terrier|spaniel|labrador|cat|kitten|parrot|yacht|tugboat|ketch|trawler)\b/u;
/** "Biden's Bakery" */
const tradeBehind =
  /^'s (?:Bakery|Diner|Grill|Pizza|Bar|Pub|Deli|Caf[eé]|Pharmacy|Hardware|Garage|Restaurant|Tavern|Kitchen|Farm|Inn|Gym)\b/u;
/** "Carter v. Jones" */
const caseBehind = /^ v(?:s?\.|) \p{Lu}/u;
const caseBefore = /\p{L} v(?:s?\.|) $/u;

/** A town or village of that name, said to be one right beside it. */
export const isPlaceName = ({ before, after }: Neighbours): boolean =>
  placeBehind.test(after) || placeBefore.test(before);

/** A film, a house or an animal of that name, or a case in court. */
export const isTitle = ({ before, after }: Neighbours): boolean =>
  filmBefore.test(before) ||
  otherBehind.test(after) ||
  tradeBehind.test(after) ||
  caseBehind.test(after) ||
  caseBefore.test(before);

const isThingOpener = (word: string): boolean =>
  vessels.has(word) || (isCapitalised(word) && thingOpeners.has(bare(word)));

/**
 * True when the name is part of another thing's: "… Tower", "… Presidential Library", "USS …".
 * In a headline, where every word has a capital, heads that may be verbs do not count.
 */
export function isThingName(around: Neighbours, headline: boolean): boolean {
  const { before, after } = around;
  if (isPlaceName(around) || isTitle(around)) return true;
  const opener = wordsBefore(before, 1)[0];
  if (opener !== undefined && isThingOpener(opener)) return true;
  const words = wordsAfter(after, MAX_WORDS);
  for (const [index, word] of words.entries()) {
    const head = bare(word);
    if (index === 0 && lowerHeads.has(head)) return true;
    if (index === 0 && officeHeads.has(head)) return false;
    if (headline && (index > 2 || functionWords.has(head))) return false;
    if (isCapitalised(word) && thingHeads.has(head)) return !(headline && headlineVerbs.has(head));
    if (!isCapitalised(word) && !headLinks.has(head)) return false;
  }
  return false;
}
