import { strayHeads } from './english.ts';
import { isNamesake } from './namesakes.ts';
import { bare, isCapitalised, type Neighbours, wordsAfter } from './neighbours.ts';

/** "European Union of Tennis Umpires" */
const bodies = /(?:Union|Parliament|House|Council|Agency|Court|Department|Project|Committee)$/;
const goesOn = /^ of (?:the )?(?!United States|U\.?S\b|Russia|America)\p{Lu}/u;
/** A house in a street of the name hardly bears more words between: "Kremlin Palace Hotel". */
const MAX_WORDS = 3;

/**
 * True when a body's or a place's name is part of another's, "the European Union of Tennis Umpires", "the Kremlin Palace
 * Hotel", or is borne by a work, a house or an animal. What a headline or an acronym goes on with tells nothing.
 */
export function isOtherBody(surface: string, around: Neighbours, isHeadline: () => boolean): boolean {
  if (!isCapitalised(surface)) return false;
  if (bodies.test(surface) && goesOn.test(around.after)) return true;
  if (isNamesake(surface, around)) return true;
  if (surface === surface.toUpperCase()) return false;
  for (const word of wordsAfter(around.after, MAX_WORDS)) {
    if (!isCapitalised(word)) break;
    if (strayHeads.has(bare(word))) return !isHeadline();
  }
  return false;
}
