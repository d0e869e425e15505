/** Half-open, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every place of some words in a text, in its order, the longer first where two begin. */
export type FindPlaces = (text: string) => readonly Span[];

/** "C.A.A.T.S.A." is of twelve; what is of more is looked for only so far, and never found. */
const MOST_PIECES = 24;

/**
 * Letters, their marks and digits; above the alphabets of Europe whole blocks that hold them. No table of all of Unicode:
 * pages bring this. Written out in each, since nothing here makes an expression of anything else.
 */
const word =
  /[0-9A-Za-z_\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u037d\u037f-\u1fff\u2c00-\u2dff\u3041-\ud7ff\uf900-\ufdff\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc]+/g;
/** A word, a space of any kind and length, or a sign. */
const piece =
  /[0-9A-Za-z_\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u037d\u037f-\u1fff\u2c00-\u2dff\u3041-\ud7ff\uf900-\ufdff\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc]+|\s+|./y;
const wordUnit =
  /^[0-9A-Za-z_\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u037d\u037f-\u1fff\u2c00-\u2dff\u3041-\ud7ff\uf900-\ufdff\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc]/;
const space = /^\s/;

/** What has led to here may go on with these pieces. */
interface Step {
  readonly next: Map<string, Step>;
  isEnd: boolean;
}

const createStep = (): Step => ({ next: new Map(), isEnd: false });

/**
 * For words that a page has introduced; each begins with a letter or digit, and counts only where it stands by itself. A
 * space in one is any space of the text, as where a line breaks. However many there are, a text is gone through once.
 */
export function createFindPlaces(words: readonly string[]): FindPlaces {
  const top = createStep();
  for (const one of words) addWord(top, one);
  return (text) => {
    const found: Span[] = [];
    if (top.next.size === 0) return found;
    for (const { 0: first, index } of text.matchAll(word)) {
      const step = top.next.get(first);
      if (step) addPlaces(found, text, index, step);
    }
    return found;
  };
}

function addWord(top: Step, text: string): void {
  let step = top;
  let pieces = 0;
  for (let at = 0; at < text.length; at = piece.lastIndex) {
    const key = pieceAt(text, at);
    pieces += 1;
    if (pieces > MOST_PIECES) return;
    const next = step.next.get(key) ?? createStep();
    step.next.set(key, next);
    step = next;
  }
  step.isEnd = step !== top;
}

/** Those that begin at `start` with the word that has led to `first`. */
function addPlaces(found: Span[], text: string, start: number, first: Step): void {
  const ends: number[] = [];
  pieceAt(text, start);
  for (let step: Step | undefined = first; step; ) {
    const end = piece.lastIndex;
    const next = pieceAt(text, end);
    // A word is whole here; but behind a sign, as in "U.S.A", another may follow at once.
    const standsAlone = wordUnit.test(text.charAt(end - 1)) || !wordUnit.test(next);
    if (step.isEnd && standsAlone) ends.unshift(end);
    step = step.next.get(next);
  }
  for (const end of ends) found.push({ start, end });
}

function pieceAt(text: string, at: number): string {
  piece.lastIndex = at;
  const [found = ''] = piece.exec(text) ?? [];
  return space.test(found) ? ' ' : found;
}
