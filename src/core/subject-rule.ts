import type { Evidence } from './judge.ts';
import type { Rule } from './mention-index.ts';
import { findWords } from './normalize.ts';
import type { SubjectWord } from './subject.ts';

/** A place in a text where an alias may mean a Term. */
interface Place {
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

/** A Rule's `subject` that is silent only where other matters prevail. */
export const PRESUMED = 1;
/** A Rule's `subject` that is silent also where nothing tells of the subject. */
export const ASKED = 2;
/** A Rule's `subject` that is silent unless a word tells of the subject, in short passages too. */
export const TOLD = 3;
/** A Rule's `subject` that is silent only where words of other matters prevail. */
export const LIKELY = 4;

/** A page that names so many other Terms is about the subject; a headline beside an article may name one. */
const ENOUGH_TERMS = 3;
/** Two play, trade or fly. */
const MOST_PROPER = 2;
/** A passage of fewer words has no room to tell what it speaks of. */
const FEWEST_TELLING_WORDS = 14;
/** A passage that speaks so much of the subject means it beside any word: "sanctions on cheese". */
const MUCH = 4;
/** Any text has a word of other matters by chance. */
const STRAY_WORDS = 1;

/**
 * True when the passage does not speak of the Pack's subject, as the rule asks it to: it has more words of everyday
 * matters than of the subject, or none of either while the page names few other Terms.
 */
export function isBesideSubject(place: Place, { subject }: Rule, evidence: Evidence): boolean {
  if (subject === undefined) return false;
  const isFree = (word: SubjectWord) => isOutside(word, place) && isOutsideTerms(word, evidence);
  const own = countOf(ownWords(place, evidence).filter(isFree)) + otherTerms(place, evidence);
  const other = countOf(evidence.subject().other.filter(isFree));
  const isBound = evidence.subject().other.some((word) => isBeside(word, place, evidence.text));
  if (isBound && own < MUCH) return true;
  if (subject === TOLD) return own === 0 || other > own;
  const isSilent = isTelling(evidence.text) && !namesOthers(place, evidence);
  if (subject === LIKELY) return own === 0 && other > STRAY_WORDS && isSilent;
  if (own === 0 && other === 0) return isSilent;
  if (subject === PRESUMED && own === 0) return other > STRAY_WORDS ? isTelling(evidence.text) : isSilent;
  if (subject === PRESUMED) return other > own + STRAY_WORDS;
  return other > own || (other === own && own <= STRAY_WORDS);
}

const NEXT = /^(?:\s+|-)$/;
const OF = /^\s+(?:(?:of|on|for|against|over)\s+)?(?:the\s+|an?\s+)?$/i;
/** As long as "against the" with blanks. */
const LONGEST_OF = 16;

/** "Gull deterrence", "a ban on cats": what it is done to, or who does it. */
function isBeside(word: SubjectWord, { start, end }: Place, text: string): boolean {
  if (word.end <= start) return start - word.end <= LONGEST_OF && NEXT.test(text.slice(word.end, start));
  return word.start >= end && word.start - end <= LONGEST_OF && OF.test(text.slice(end, word.start));
}

/** The word of the subject that stands nearest; undefined where the passage has none. */
export function subjectWordNear(place: Place, evidence: Evidence): string | undefined {
  const near = ({ start, end }: SubjectWord) =>
    Math.min(Math.abs(start - place.end), Math.abs(place.start - end));
  const [first] = ownWords(place, evidence).sort((a, b) => near(a) - near(b));
  return first && evidence.text.slice(first.start, first.end);
}

/** The alias tells nothing of itself, nor do its words where they come again. */
function ownWords(place: Place, { text, subject }: Evidence): SubjectWord[] {
  const said = new Set(findWords(text.slice(place.start, place.end)).map((word) => word.text));
  return subject().own.filter((word) => isOutside(word, place) && !said.has(word.text));
}

const isOutside = (word: SubjectWord, { start, end }: Pick<Place, 'start' | 'end'>): boolean =>
  word.end <= start || word.start >= end;

/** What a Term is named by is counted with the Term. */
const isOutsideTerms = (word: SubjectWord, { names }: Evidence): boolean =>
  !names.some((one) => one.term !== undefined && !isOutside(word, one));

/** Proper names count as few: a match, a recipe and a flight have countries, too. */
function countOf(words: readonly SubjectWord[]): number {
  const entries = [...new Set(words.map(({ entry }) => entry))];
  const proper = entries.filter(isProper).length;
  return entries.length - proper + Math.min(proper, MOST_PROPER);
}

const isProper = (entry: string): boolean => entry !== entry.toLowerCase() && entry !== entry.toUpperCase();

function otherTerms({ term }: Place, { names }: Evidence): number {
  return new Set(names.flatMap((one) => (one.term === undefined || one.term === term ? [] : one.term))).size;
}

const isTelling = (text: string): boolean =>
  text.split(/\s+/, FEWEST_TELLING_WORDS).length >= FEWEST_TELLING_WORDS;

function namesOthers({ term }: Place, { page }: Evidence): boolean {
  return page.named.size - (page.named.has(term) ? 1 : 0) >= ENOUGH_TERMS;
}
