import { everydayMatters } from './english-matters.ts';
import { keepWeakly } from './keep-weakly.ts';
import { readToken } from './read-token.ts';
import { TokenCursor } from './token-cursor.ts';

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
  const lookUp = keepWeakly(() => createLookUp(createList(words), createList(everydayMatters)));
  const cursor = new TokenCursor(Number.POSITIVE_INFINITY);
  return (text) => {
    const find = lookUp();
    const found = { own: [] as SubjectWord[], other: [] as SubjectWord[] };
    for (readToken(text, 0, cursor); cursor.start >= 0; readToken(text, cursor.next, cursor)) {
      if (!cursor.isWord || cursor.length < SHORTEST_WORD) continue;
      const { text: folded, own, other } = find(cursor);
      if (own === undefined && other === undefined) continue;
      const { start, end } = cursor;
      const surface = text.slice(start, end);
      if (own !== undefined && hasCapitals(own, surface))
        found.own.push({ start, end, text: folded, entry: own });
      // Bodies have such words in their names: "Security Council".
      else if (other !== undefined && isSmall(surface) === isSmall(other) && hasCapitals(other, surface))
        found.other.push({ start, end, text: folded, entry: other });
    }
    return found;
  };
}

const SHORTEST_WORD = 2;
const SHORTEST_STEM = 3;
/** Text repeats its words, and looking one up takes longer than remembering it. */
const MOST_REMEMBERED = 4000;

interface KnownWord {
  readonly text: string;
  readonly own?: string | undefined;
  readonly other?: string | undefined;
}

type List = (word: string) => string | undefined;

function createLookUp(own: List, other: List): (token: TokenCursor) => KnownWord {
  const known = new Map<number, KnownWord>();
  return (token) => {
    const remembered = known.get(token.hash);
    if (remembered !== undefined && isSame(remembered.text, token)) return remembered;
    const text = token.text();
    const word = { text, own: own(text), other: other(text) };
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(token.hash, word);
    return word;
  };
}

function isSame(text: string, { length, units }: TokenCursor): boolean {
  if (text.length !== length) return false;
  for (let at = 0; at < length; at += 1) if (text.charCodeAt(at) !== units[at]) return false;
  return true;
}

/** Finds the entry that a folded word is a form of, whatever its capitals. */
function createList(words: string): List {
  const entries = new Map(words.split(' ').map((entry) => [entry.toLowerCase(), entry]));
  const longest = Math.max(...[...entries.keys()].map(({ length }) => length));
  return (word) => {
    const whole = entries.get(word);
    if (whole !== undefined) return whole;
    for (let size = Math.min(word.length, longest - 1); size >= SHORTEST_STEM; size -= 1) {
      const stem = entries.get(`${word.slice(0, size)}*`);
      if (stem !== undefined) return stem;
    }
    return undefined;
  };
}

const isSmall = (surface: string): boolean => surface[0] === surface[0]?.toLowerCase();

/** "US" is not "us", and "Act" not "act". */
function hasCapitals(entry: string, surface: string): boolean {
  if (entry === entry.toLowerCase()) return true;
  return entry === entry.toUpperCase() ? surface === surface.toUpperCase() : !isSmall(surface);
}
