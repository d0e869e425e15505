/** Half-open, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Every place where one of these words stands, for a look through a page that has just introduced them; a space in one
 * is any space of the text, as where a line breaks.
 */
export function findPlaces(text: string, words: readonly string[]): readonly Span[] {
  return words.flatMap((word) => placesOf(text, word.split(' ')));
}

function placesOf(text: string, [first = '', ...rest]: readonly string[]): readonly Span[] {
  const found: Span[] = [];
  if (first === '') return found;
  for (let start = text.indexOf(first); start >= 0; ) {
    const end = findEnd(text, start + first.length, rest);
    if (end !== undefined) found.push({ start, end });
    start = text.indexOf(first, end ?? start + 1);
  }
  return found;
}

const gap = /\s+/y;

/** Where these words end, each behind a space from there on; nothing when one of them is not there. */
function findEnd(text: string, from: number, words: readonly string[]): number | undefined {
  let end = from;
  for (const word of words) {
    gap.lastIndex = end;
    if (!gap.test(text) || !text.startsWith(word, gap.lastIndex)) return undefined;
    end = gap.lastIndex + word.length;
  }
  return end;
}
