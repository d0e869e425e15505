import { states, strayHeads } from './english.ts';
import { pattern } from './letters.ts';
import { isNamesake } from './namesakes.ts';
import { bare, isCapitalised, type Neighbours, wordsAfter, wordsBefore } from './neighbours.ts';
import { isInState } from './thing-names.ts';

/** "European Union of Tennis Umpires" */
const bodies = /(?:Union|Parliament|House|Council|Agency|Court|Department(?: of State)?|Project|Committee)$/;
const goesOn = pattern()`^ of (?!(?:the )?(?:United States|U\.?S\b|Russia|America))(the )?((?:\p{Lu}[\p{L}'-]* ?)+)`;
/** Where bodies of that name sit: no other's name. */
const seats = /^(?:Washington|Moscow|Brussels|Strasbourg|London|New York)$/;
/** Heads that also stand inside the name of a programme: "… School Milk Scheme". */
const innerHeads = /^(?:schools?|church)$/;
/** A house in a street of the name hardly bears more words between: "Kremlin Palace Hotel". */
const MAX_WORDS = 3;

/**
 * True when a body's or a place's name is part of another's, "the European Union of Tennis Umpires", "the Kremlin Palace
 * Hotel", or is borne by a work, a house or an animal. What a headline or an acronym goes on with tells nothing.
 */
export function isOtherBody(surface: string, around: Neighbours, isHeadline: () => boolean): boolean {
  if (!isCapitalised(surface.replace(/^the /, ''))) return false;
  if (bodies.test(surface) && (isOfOthers(around.after) || isOfState(around.before))) return true;
  if (isNamesake(surface, around)) return true;
  if (surface === surface.toUpperCase()) return false;
  if (isInState(around)) return true;
  const words = wordsAfter(around.after, MAX_WORDS);
  for (const [at, word] of words.entries()) {
    if (!isCapitalised(word)) break;
    if (innerHeads.test(bare(word)) && isCapitalised(words[at + 1] ?? '')) continue;
    if (strayHeads.has(bare(word))) return !isHeadline();
  }
  return false;
}

/** "New York State Department …" */
function isOfState(before: string): boolean {
  const [last = '', first = ''] = wordsBefore(before, 2);
  return states.has(last) || states.has(`${first} ${last}`);
}

/** "of Tennis Umpires", "of the Deaf", "of Norway"; not "of Jean-Claude Juncker", "of Washington". */
function isOfOthers(after: string): boolean {
  const [, article, names = ''] = goesOn.exec(after) ?? [];
  const words = names.trim().split(' ');
  if (names === '' || seats.test(names.trim())) return false;
  return article !== undefined || words.length === 1 || /s$/.test(words.at(-1) ?? '');
}
