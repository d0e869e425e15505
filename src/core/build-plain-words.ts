import { commonWords } from './common-words.ts';
import type { FirstLookTables } from './first-look.ts';

/** Letters of a word that the expression knows; from EXACT_LETTERS on, one class stands for those of several words. */
const LETTERS_KNOWN = 4;
const EXACT_LETTERS = 2;
/** How much rather another word is looked for than one that most texts have, or than one that all do. */
const USUAL = 20;
const SHORT = 400;
const SHORT_LETTERS = 3;
/** An expression for nothing at all. */
const NEVER = '[]';
const PLAIN = /^[a-z0-9_]+$/;

/** What `createPlainLook` needs for names by their first words, folded; the same for the same list. */
export function buildPlainWords(
  names: readonly (readonly string[])[],
): Pick<FirstLookTables, 'pattern' | 'words'> {
  const plain = names.filter((words) => words.length > 0 && words.every((word) => PLAIN.test(word)));
  const words = findFewest(plain).sort();
  return { pattern: words.length > 0 ? `\\b${patternOf(words, 0)}\\w*` : NEVER, words: words.join(' ') };
}

/** One word at least of each name: few words, and these in few texts. */
function findFewest(names: readonly (readonly string[])[]): string[] {
  const chosen: string[] = [];
  for (let left = names; left.length > 0; ) {
    const counts = new Map<string, number>();
    for (const word of left.flatMap((words) => [...new Set(words)]))
      counts.set(word, (counts.get(word) ?? 0) + 1);
    const worthOf = (word: string) => (counts.get(word) ?? 0) / priceOf(word);
    const best = [...counts.keys()].reduce((one, other) => (worthOf(other) > worthOf(one) ? other : one));
    chosen.push(best);
    left = left.filter((words) => !words.includes(best));
  }
  return chosen;
}

function priceOf(word: string): number {
  if (word.length <= SHORT_LETTERS) return SHORT / word.length;
  return commonWords.has(word) ? USUAL : 1;
}

/** An expression for the letters from one place on, of words that agree before it as far as it tells them apart. */
function patternOf(words: readonly string[], at: number): string {
  const isExact = at < EXACT_LETTERS;
  const ends = words.some((word) => word.length <= at);
  if (at === LETTERS_KNOWN || (ends && !isExact)) return '';
  const letters = [...new Set(words.map((word) => word.charAt(at)))].filter(Boolean);
  if (!isExact) return classOf(letters) + patternOf(words, at + 1);
  const startingWith = (letter: string) => words.filter((word) => word.charAt(at) === letter);
  const branches = letters.map((letter) => letter + patternOf(startingWith(letter), at + 1));
  if (ends) branches.push('\\b');
  return branches.length > 1 ? `(?:${branches.join('|')})` : branches.join('');
}

function classOf(letters: readonly string[]): string {
  return letters.length > 1 ? `[${letters.join('')}]` : letters.join('');
}
