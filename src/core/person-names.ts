import {
  functionWords,
  localTitles,
  officeHeads,
  officeTitles,
  thingHeads,
  titleWords,
  trades,
} from './english.ts';
import { pattern } from './letters.ts';
import type { PersonRule } from './mention-index.ts';
import { isFatherName } from './name-spans.ts';
import { isSaidToBe } from './namesakes.ts';
import {
  bare,
  isCapitalised,
  type Neighbours,
  opensSentence,
  wordsAfter,
  wordsBefore,
} from './neighbours.ts';

import { isInState, isPlaceName } from './thing-names.ts';

const givenBehind = pattern()`^, (?:(\p{Lu}[\p{L}-]+)|(\p{Lu})\.)`;
const nextCapitalised = pattern()`^ (\p{Lu}\p{L}+)`;
const small = pattern()`^\p{Ll}`;
const joinedAfter = pattern()`^-[\p{Ll}\d]`;
const joinedBefore = pattern()`[\p{Ll}\d]-$`;
const ofHouse = pattern()`^ of (?:the |an? )?((?:\p{Lu}[\p{L}'&-]* )*\p{L}+)`;
const initials = pattern()`^(?:\p{Lu}\.-?)+$`;
const nameLike = pattern()`^\p{Lu}[\p{Ll}'-]+(?:-?\p{Lu}?\p{Ll}+)?$`;
const inOrNear = pattern('i')`(?:^|[^\p{L}])(?:in|near)\s+$`;
const pairedBefore = pattern()`\p{Lu}\p{Ll}+-$`;
const pairedAfter = pattern()`^-\p{Lu}`;

/** Given name, two middle names, and the initials of both. */
const MAX_GIVEN_WORDS = 4;

/** Whom a person's name names. `words`: how many words before it belong to it; `behind`: ", Given" does. */
export type Bearer =
  | { readonly is: 'own'; readonly words: number; readonly behind: boolean }
  /** `titled`: an office before it, or a head of office behind it, says that the known bearer is meant. */
  | { readonly is: 'bare'; readonly titled: boolean }
  | { readonly is: 'other' }
  /** A place of that name. */
  | { readonly is: 'place' };

const other: Bearer = { is: 'other' };

/**
 * Reads what stands beside a person's name: given names, initials, titles, "Jr.". `told`: the words before it are known
 * to be no part of it.
 */
export function bearerOf(
  person: PersonRule,
  around: Neighbours,
  isHeadline: boolean,
  surface = '',
  told = false,
): Bearer {
  const headline = isHeadline || told;
  if (/^,? (?:Jr|Sr|I{2,3})\b/.test(around.after)) return other;
  const words = wordsBefore(around.before, MAX_GIVEN_WORDS);
  if (isHeadOfOther(words, around.after)) return other;
  if (!person.surname) {
    const isOthers =
      isOfTrade(around) || hasTrade(around) || (isBare(surface) && isGivenOf(around, isHeadline));
    return isOthers ? other : { is: 'own', words: 0, behind: false };
  }
  const own = ownWords(person, words);
  if (own > 0) return { is: 'own', words: own, behind: false };
  if (!isCapitalised(words[0] ?? '') && isGivenBehind(person, around.after)) {
    return { is: 'own', words: 0, behind: true };
  }
  if (isOtherGivenName(person, words, around.before, headline)) return other;
  if (!isHeadline && isOfTown(words)) return other;
  if (/^, no relation\b|^ (?:brothers|sisters|boys|twins|cousins)\b/.test(around.after) || isOfTrade(around))
    return other;
  if (isUserName(around, surface) || isPlaceName(around) || isInState(around)) return other;
  if (person.weak && isPartOfOther(around, headline)) return other;
  // "a striker, Obama Mensah"
  if (hasTrade(around) && (person.weak || isGivenOf(around, headline))) return other;
  if (person.weak && isPlace(around)) return { is: 'place' };
  return { is: 'bare', titled: !person.weak && isInOffice(words, around) };
}

/** "Officer Smith", but not "KGB Officer Smith". */
const isOfTown = ([title = '', before = '']: readonly string[]): boolean =>
  isCapitalised(title) && localTitles.has(bare(title)) && !isCapitalised(before);

/** ", Given", ", G.", ", Given Fatherson", but not the next of a list: ", Given Family". */
function isGivenBehind(person: PersonRule, after: string): boolean {
  const [, name, initial] = givenBehind.exec(after) ?? [];
  if (initial !== undefined) return person.given.some((given) => given.startsWith(initial.toLowerCase()));
  if (name === undefined || !person.given.includes(bare(name))) return false;
  const next = nextCapitalised.exec(after.slice(name.length + 2))?.[1];
  return next === undefined || isFatherName(next);
}

/** "President Smith", "the Smith administration", "the Smith-Jones summit". */
function isInOffice(words: readonly string[], around: Neighbours): boolean {
  const next = wordsAfter(around.after, 1)[0];
  if (officeTitles.has(bare(words[0] ?? '')) || (next !== undefined && officeHeads.has(bare(next))))
    return true;
  return isPaired(around) && pair.test(around.after);
}

/** "smith-tools", "my-smith": a name in small letters that is half of a longer word. */
function isUserName({ before, after }: Neighbours, surface: string): boolean {
  return small.test(surface) && (joinedAfter.test(after) || joinedBefore.test(before));
}

/** "President Smith of the student union", "President Smith of Ohio University". */
function isHeadOfOther(words: readonly string[], after: string): boolean {
  if (!officeTitles.has(bare(words[0] ?? ''))) return false;
  const house = ofHouse.exec(after)?.[1];
  if (house === undefined) return false;
  const named = house.split(' ');
  if (!named.some(isCapitalised)) return /^ of (?:the|an?) /.test(after);
  const heads = named.slice(isCapitalised(named.at(-1) ?? '') ? -1 : -2);
  return heads.some((head) => thingHeads.has(bare(head)));
}

const roleBefore = pattern()`(?:^|[^\p{L}-])([\p{Ll}-]+)(,?) $`;
/** "his barber, Jones told friends", "the pianist, Jones's neighbour" */
const ofOthers = pattern()`^(?:'s)? \p{Ll}`;
const age = /^, (?:aged )?\d{1,2}(?=, )/;

/** "the hooker Ann Jones", "her dentist, Ann Jones, …"; not "his barber, Jones said, …". */
function hasTrade({ before, after }: Neighbours): boolean {
  const [, role = '', comma] = roleBefore.exec(before) ?? [];
  return trades.has(role) && (comma === '' || !ofOthers.test(after));
}

/** "X, 29, a plumber from Neath". */
const isOfTrade = ({ after }: Neighbours): boolean => isSaidToBe(after.replace(age, ''), trades);

/** "President Reagan Dunn": what stands for a surname is the given name of somebody else. */
function isGivenOf({ after }: Neighbours, headline: boolean): boolean {
  const next = wordsAfter(after, 1)[0] ?? '';
  const name = bare(next);
  const isOffice = officeHeads.has(name) || titleWords.has(name) || functionWords.has(name);
  return !headline && nameLike.test(next) && !isOffice && !thingHeads.has(name);
}

const isBare = (surface: string): boolean => surface !== '' && !/[\s,]/.test(surface);

/** Shorter names are too like others. */
const SHORTEST_MISSPELT = 5;

/** The name, or it with one letter too many, too few or wrong, "Vladmir"; not at its ends, "Simone". */
function isSpelt(name: string, word: string): boolean {
  if (name === word) return true;
  const [short, long] = name.length < word.length ? [name, word] : [word, name];
  const longer = long.length - short.length;
  if (short.length < SHORTEST_MISSPELT || longer > 1) return false;
  const at = [...short].findIndex((letter, index) => letter !== long[index]);
  const rest = short.slice(at + 1 - longer);
  return at > 0 && rest !== '' && rest === long.slice(at + 1);
}

/** How many of the words before are this person's given names and initials; of a pair, "Ada and Bob", both. */
function ownWords(person: PersonRule, words: readonly string[]): number {
  const [second = '', link, first = ''] = words.map(bare);
  if (link === 'and' && person.others.includes(second) && person.given.includes(first)) return 3;
  for (const [index, word] of words.entries()) {
    if (!isCapitalised(word) && word !== word.toLowerCase()) return 0;
    if (person.given.some((name) => isSpelt(name, bare(word)))) return index + 1;
    if (isInitials(word)) continue;
    if (!isCapitalised(word) || functionWords.has(bare(word)) || titleWords.has(bare(word))) break;
  }
  return ownInitials(person, words);
}

/** "S. L.", "V.V.": initials whose first is one of this person's given names. */
function ownInitials(person: PersonRule, words: readonly string[]): number {
  const count = words.findIndex((word) => !isInitials(word));
  const initials = count === -1 ? words.length : count;
  const first = words[initials - 1]?.charAt(0).toLowerCase();
  return first !== undefined && person.given.some((name) => name.startsWith(first)) ? initials : 0;
}

function isInitials(word: string): boolean {
  return initials.test(word) && !/^U\.S/.test(word);
}

/** True when the word before reads as somebody else's given name. */
function isOtherGivenName(
  person: PersonRule,
  words: readonly string[],
  before: string,
  headline: boolean,
): boolean {
  const word = words[0];
  if (word === undefined) return false;
  const name = bare(word);
  if (person.others.includes(name)) return true;
  if (isInitials(word) || name === 'younger' || name === 'youngest') return true;
  if (headline && isVerb(words)) return true;
  if (headline || !nameLike.test(word) || /'s?$/.test(word)) return false;
  if (functionWords.has(name) || titleWords.has(name)) return false;
  if (/^(?:In|At|From|Outside)$/.test(words[1] ?? '')) return false; // a place: "In Berlin Smith …"
  const opens = opensSentence(before.slice(0, before.length - word.length - 1));
  return !(opens && /(?:ing|ed|ly|n't)$/.test(name));
}

const modals = /^(?:can|could|will|would|should|must|may|might|does|do)$/;

/** "Passion Can Trump Price": a verb, since somebody else is named before it; not "Why Can Trump …". */
function isVerb([modal = '', subject = '']: readonly string[]): boolean {
  return modals.test(bare(modal)) && isCapitalised(subject) && !functionWords.has(bare(subject));
}

/** "in Ashford", but not "in Ashford's view". */
function isPlace({ before, after }: Neighbours): boolean {
  return inOrNear.test(before) && !/^['’]/.test(after);
}

/** "the Smith-Jones talks": two who bear the names. */
const pair = pattern(
  'i',
)`^(?:-\p{Lu}\p{L}+)? (?:summit|talks|debate|era|years|meeting|ticket|race|pact|administration)`;

const isPaired = ({ before, after }: Neighbours): boolean =>
  pairedBefore.test(before) || pairedAfter.test(after);

/** "Smith-…", "… Page": a surname that is half of somebody else's name. */
function isPartOfOther({ before, after }: Neighbours, headline: boolean): boolean {
  if (isPaired({ before, after })) return !pair.test(after);
  const next = wordsAfter(after, 1)[0];
  if (headline || next === undefined || !isCapitalised(next)) return false;
  return !officeHeads.has(bare(next)) && !functionWords.has(bare(next));
}
