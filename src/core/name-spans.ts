import { pattern } from './letters.ts';

const closedQuote = pattern()`^[^“‘]*\p{L}[”"’'](?=\s)`;
const noLetters = pattern('g')`[^\p{L}]+`;
const givenName = pattern()`^[^\S\n]*,\s*(?:\p{Lu}\.|[^\s,.;:)]+)(\s+(\p{Lu}(?:\.|\p{L}+)))?`;

/** A quote that closes inside the name opens right before it: “foreign agents” law. */
export function withOpeningQuote(text: string, start: number, end: number): number {
  const inside = text.slice(start, end);
  if (!closedQuote.test(inside)) return start;
  return /[“"‘]$|(?:^|[\s(])'$/.test(text.slice(0, start)) ? start - 1 : start;
}

/** The last word of a name, or the first of "Family, Given", as names are compared by. */
export function surnameOf(name: string): string {
  const family = /^[^,\s]+(?=,)/.exec(name)?.[0] ?? name.split(/\s+/).at(-1) ?? '';
  return family.normalize('NFKD').replace(noLetters, '').toLowerCase();
}

/** After "Family": the end of ", Given"; only asked where that is known to stand. */
export function givenBehind(text: string, end: number): number {
  const [all = '', next = '', father = ''] = givenName.exec(text.slice(end, end + 60)) ?? [];
  return end + all.length - (father.endsWith('.') || isFatherName(father) ? 0 : next.length);
}

/** "Ivanovich", "Ивановна": one's father's name. */
export const isFatherName = (word: string): boolean => /(?:vich|vna|вич|вна)$/iu.test(word);

/** Where the name begins that takes in so many words before `start`, without an opening quote or bracket. */
export function wordsBack(text: string, start: number, words: number): number {
  let at = start;
  for (let left = words; left > 0; left -= 1) {
    at -= /\S+\s+$/.exec(text.slice(Math.max(0, at - 90), at))?.[0].length ?? 0;
  }
  return at + (/^["“‘'(]+/.exec(text.slice(at, start))?.[0].length ?? 0);
}
