import type { CueGroup } from '../core/encode-index.ts';
import type { AuthoredWording } from './alias-file.ts';
import type { IndexTable } from './index-table.ts';
import { type Place, type Problem, problemAt } from './problem.ts';
import { lettersOf } from './word-forms.ts';

/** Turns the words that rules ask for into ordinals of the index. */
export interface Cues {
  /** A reader for one alias of a term. */
  reader(term: number, place: Place): CueReader;
  readonly problems: Problem[];
}

/** As its author wrote it; but "NATO" is also printed as "Nato". */
const cueLetters = (word: string): string => (/^[A-Z]{4,}$/.test(word) ? 'Aa' : lettersOf(word));

/** The ordinals of these words, with lists as groups of their own; terms as `-1 - term`. */
export type CueReader = (words: readonly string[]) => CueGroup;

/** Cues over one table; unknown lists and terms become Problems. */
export function createCues(
  table: IndexTable,
  wording: AuthoredWording,
  terms: ReadonlyMap<string, number>,
): Cues {
  const problems: Problem[] = [];
  const readWord = (word: string): number[] => {
    const alias = table.entry(word);
    if (alias === undefined) return [];
    const letters = word === word.toLowerCase() ? '' : cueLetters(word);
    alias.cueLetters = alias.cueLetters === undefined || alias.cueLetters === letters ? letters : '';
    return [alias.ordinal];
  };
  const reader = (term: number, place: Place): CueReader => {
    const read = (word: string): (number | readonly number[])[] => {
      if (word === '@name') return [-1 - term];
      if (word === '@any') return [[...terms.values()].map((known) => -1 - known)];
      if (word.startsWith('@')) {
        const known = terms.get(word.slice(1));
        if (known !== undefined) return [-1 - known];
        problems.push(problemAt(place, `there is no term "${word.slice(1)}"`, 'needs'));
        return [];
      }
      if (!/^\$[a-z]/.test(word)) return readWord(word);
      const list = wording.lists?.[word.slice(1)];
      if (list === undefined)
        problems.push(problemAt(place, `wording.yaml has no list "${word.slice(1)}"`, 'needs'));
      return list === undefined ? [] : [list.flatMap((one) => read(one)).flat()];
    };
    return (words) => words.flatMap(read);
  };
  return { reader, problems };
}
