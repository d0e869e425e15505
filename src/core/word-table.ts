import { readToken } from './read-token.ts';
import { TokenCursor } from './token-cursor.ts';

/** Every different folded word once, under its ordinal, in the order of appearance. */
export interface WordTable {
  readonly words: readonly string[];
  /** Calls back with the ordinal of every word of the text that can be searched for; punctuation is none. */
  eachWord(text: string, visit: (ordinal: number) => void): void;
}

/** Stands for what is no word to search for. */
const NO_WORD = -1;

/** An empty table. A known word costs no string: it is told by its hash, then unit by unit. */
export function createWordTable(): WordTable {
  const words: string[] = [];
  const tokens: string[] = [];
  /** Per token: the ordinal of its word, or NO_WORD. */
  const ordinals: number[] = [];
  const newest = new Map<number, number>();
  /** Per token: the one before it with the same hash, or NO_WORD. */
  const older: number[] = [];
  const cursor = new TokenCursor(Number.POSITIVE_INFINITY);

  const learn = (): number => {
    const token = cursor.text();
    const isWord = isSearchable(token);
    tokens.push(token);
    ordinals.push(isWord ? words.length : NO_WORD);
    older.push(newest.get(cursor.hash) ?? NO_WORD);
    newest.set(cursor.hash, tokens.length - 1);
    if (isWord) words.push(token);
    return tokens.length - 1;
  };
  const find = (): number => {
    let at = newest.get(cursor.hash) ?? NO_WORD;
    while (at !== NO_WORD && !isSame(cursor, tokens[at] ?? '')) at = older[at] ?? NO_WORD;
    return at === NO_WORD ? learn() : at;
  };
  return {
    words,
    eachWord(text, visit) {
      for (readToken(text, 0, cursor); cursor.start >= 0; readToken(text, cursor.next, cursor)) {
        const ordinal = ordinals[find()] ?? NO_WORD;
        if (ordinal !== NO_WORD) visit(ordinal);
      }
    },
  };
}

function isSame({ length, units }: TokenCursor, token: string): boolean {
  if (length !== token.length) return false;
  for (let at = 0; at < length; at += 1) if (units[at] !== token.charCodeAt(at)) return false;
  return true;
}

/** Whether a folded token can be searched for: it has a letter or a digit. */
export function isSearchable(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}
