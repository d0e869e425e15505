/** Half-open, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every place where one of the words stands, for a look through a page that has just introduced them. */
export function findPlaces(text: string, words: readonly string[]): readonly Span[] {
  return words.flatMap((word) => {
    const found: Span[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      found.push({ start: at, end: at + word.length });
    }
    return found;
  });
}
