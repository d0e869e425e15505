import type { AuthoredWording } from './alias-file.ts';
import type { IndexTable } from './index-table.ts';
import { type Place, type Problem, problemAt } from './problem.ts';
import { otherNumber, otherSpellings } from './word-forms.ts';

/** Turns the words that rules ask for into ordinals of the index. */
export interface Cues {
  /** A reader for one alias of a term; `onPage` says that its words may stand anywhere on the page. */
  reader(term: number, place: Place): CueReader;
  /** Ordinals of every word asked for. */
  all(): ReadonlySet<number>;
  onPage(): ReadonlySet<number>;
  readonly problems: Problem[];
}

/** The ordinals of these words, lists and terms; terms as `-1 - term`. */
export type CueReader = (words: readonly string[], onPage: boolean) => readonly number[];

/** Cues over one table; unknown lists and terms become Problems. */
export function createCues(
  table: IndexTable,
  wording: AuthoredWording,
  terms: ReadonlyMap<string, number>,
): Cues {
  const asked = new Set<number>();
  const paged = new Set<number>();
  const problems: Problem[] = [];
  const readWord = (word: string, onPage: boolean): number[] => {
    const forms = /^[a-z ]+$/.test(word)
      ? [word, ...otherNumber(word)]
      : otherSpellings(word, wording.spellings ?? {});
    return forms.flatMap((form) => {
      const alias = table.entry(form);
      if (alias === undefined) return [];
      const letters = form === form.toLowerCase() ? '' : form;
      alias.cueLetters = alias.cueLetters === undefined || alias.cueLetters === letters ? letters : '';
      asked.add(alias.ordinal);
      if (onPage) paged.add(alias.ordinal);
      return [alias.ordinal];
    });
  };
  const reader = (term: number, place: Place): CueReader => {
    const read = (word: string, onPage: boolean): number[] => {
      if (word === '@name') return [-1 - term];
      if (word.startsWith('@')) {
        const known = terms.get(word.slice(1));
        if (known !== undefined) return [-1 - known];
        problems.push(problemAt(place, `there is no term "${word.slice(1)}"`, 'needs'));
        return [];
      }
      if (!/^\$[a-z]/.test(word)) return readWord(word, onPage);
      const list = wording.lists?.[word.slice(1)];
      if (list === undefined)
        problems.push(problemAt(place, `wording.yaml has no list "${word.slice(1)}"`, 'needs'));
      return (list ?? []).flatMap((one) => read(one, onPage));
    };
    return (words, onPage) => [...new Set(words.flatMap((word) => read(word, onPage)))];
  };
  return { reader, all: () => asked, onPage: () => paged, problems };
}
