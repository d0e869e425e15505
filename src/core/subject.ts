import { everydayMatters } from './english-matters.ts';
import { keepWeakly } from './keep-weakly.ts';
import { findWords, type Word } from './normalize.ts';

/** A word that tells what a text speaks of. */
export interface SubjectWord {
  readonly start: number;
  readonly end: number;
  /** Folded. */
  readonly text: string;
  /** The entry of the list that it is a form of; forms of one word tell once. */
  readonly entry: string;
}

/** The words of a text that speak of a Pack's subject, and those that speak of everyday matters. */
export interface SubjectReading {
  readonly own: readonly SubjectWord[];
  readonly other: readonly SubjectWord[];
}

/** Reads what a text speaks of. */
export type SubjectReader = (text: string) => SubjectReading;

const silent: SubjectReading = { own: [], other: [] };

/**
 * A reader for a Pack whose subject is told by these words, a space between each two: "minist*" for any ending, "US"
 * with capitals as written. Without words it finds nothing.
 */
export function createSubjectReader(words: string | undefined): SubjectReader {
  if (words === undefined) return () => silent;
  const lists = keepWeakly(() => ({ own: listOf(words), other: listOf(everydayMatters) }));
  return (text) => {
    const { own, other } = lists();
    const found = { own: [] as SubjectWord[], other: [] as SubjectWord[] };
    for (const word of findWords(text)) {
      const entry = own(word, text);
      if (entry !== undefined) found.own.push({ ...word, entry });
      const stray = entry === undefined ? other(word, text) : undefined;
      // Bodies have such words in their names: "Security Council".
      if (stray !== undefined && (isSmall(text, word) || stray !== stray.toLowerCase()))
        found.other.push({ ...word, entry: stray });
    }
    return found;
  };
}

const isSmall = (text: string, { start }: Word): boolean => text[start] === text[start]?.toLowerCase();

const SHORTEST_STEM = 3;

/** Finds the entry that a word is a form of. */
function listOf(words: string): (word: Word, text: string) => string | undefined {
  const entries = new Map(words.split(' ').map((entry) => [entry.toLowerCase(), entry]));
  const longest = Math.max(...[...entries.keys()].map(({ length }) => length));
  return (word, text) => {
    const surface = text.slice(word.start, word.end);
    const whole = entries.get(word.text);
    if (whole !== undefined && hasCapitals(whole, surface)) return whole;
    for (let size = Math.min(word.text.length, longest - 1); size >= SHORTEST_STEM; size -= 1) {
      const stem = entries.get(`${word.text.slice(0, size)}*`);
      if (stem !== undefined && hasCapitals(stem, surface)) return stem;
    }
    return undefined;
  };
}

/** "US" is not "us", and "Act" not "act". */
function hasCapitals(entry: string, surface: string): boolean {
  if (entry === entry.toLowerCase()) return true;
  if (entry === entry.toUpperCase()) return surface === surface.toUpperCase();
  return surface[0] !== surface[0]?.toLowerCase();
}
