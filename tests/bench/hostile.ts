import { ascii, createText, flat } from './corpus.ts';

/** A text made to cost much, with the list that makes it so. */
export interface Hostile {
  readonly name: string;
  readonly terms: readonly string[];
  readonly text: string;
}

const fill = (piece: string, length: number) =>
  flat(piece.repeat(Math.ceil(length / piece.length)).slice(0, length));

/** Texts of that length against the list; the last three against lists made to be walked in vain. */
export function createHostiles(
  terms: readonly string[],
  vocabulary: readonly string[],
  length: number,
): Hostile[] {
  const baits = terms
    .map((term) => term.split(' ').slice(0, -1).join(' '))
    .filter((bait) => bait.includes(' '));
  const texts: Record<string, string> = {
    'prefix bait': fill(`${baits.join(' ')} `, length),
    'nothing but terms': fill(`${terms.join(' ')} `, length),
    'one word of 1 MB': fill('magnitsky', length),
    'a a a': fill('a ', length),
    commas: fill(', ', length),
    'white space': fill(' \n', length),
    dots: fill('a.b.', length),
    initials: fill('J. ', length),
    'soft hyphens': fill('Mag\u00adnit\u00adsky ', length),
    'combining marks': fill('e\u0301\u0301x ', length),
    ligatures: fill('straße ﬁne ', length),
    emoji: fill('😀 ', length),
    'lone surrogates': fill('\ud800', length),
    Cyrillic: fill('закон Магнитского и другие меры. ', length),
    Chinese: fill('诺贝尔和平奖得主刘晓波去世。', length),
    'one byte a character': ascii(createText({ length, vocabulary, terms })),
  };
  const row = (count: number) => 'a '.repeat(count);
  const ladder = Array.from({ length: 22 }, (_, at) => `${row(at + 1)}b`);
  return [
    ...Object.entries(texts).map(([name, text]) => ({ name, text, terms })),
    { name: 'a a a against "a … a b"', terms: [`${row(11)}b`], text: fill('a ', length) },
    { name: 'a a a against "a b", "a a b", … of 23 words', terms: ladder, text: fill('a ', length) },
    { name: 'a, a, a against the same', terms: ladder, text: fill('a, ', length) },
  ];
}
