import { findWords } from './normalize.ts';

/** A text by how much a hit in it counts: 3 for a title, 2 for another name, 1 for running text. */
export interface WeighedText {
  readonly text: string;
  readonly weight: 1 | 2 | 3;
}

/** Documents and weights share one number: two bits are the weight's. */
const WEIGHT_BITS = 2;
const WEIGHT_MASK = 3;

/**
 * An inverted index over folded words, the same folding by which pages are marked. Words are sorted, so that all
 * that begin alike stand together; postings lie in one typed array, so that 100,000 documents stay a few megabytes.
 */
export interface SearchIndex {
  readonly size: number;
  readonly words: readonly string[];
  /** Postings of `words[at]` stand at `starts[at]` up to `starts[at + 1]`. */
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
}

/** Reads every document once. */
export function buildSearchIndex(documents: Iterable<readonly WeighedText[]>): SearchIndex {
  const lists = new Map<string, number[]>();
  let size = 0;
  for (const texts of documents) {
    for (const [word, weight] of weighWords(texts)) {
      const posting = (size << WEIGHT_BITS) | weight;
      const list = lists.get(word);
      if (list) list.push(posting);
      else lists.set(word, [posting]);
    }
    size += 1;
  }
  const words = [...lists.keys()].sort();
  const starts = new Uint32Array(words.length + 1);
  words.forEach((word, at) => {
    starts[at + 1] = (starts[at] ?? 0) + (lists.get(word)?.length ?? 0);
  });
  const postings = new Uint32Array(starts[words.length] ?? 0);
  words.forEach((word, at) => {
    postings.set(lists.get(word) ?? [], starts[at]);
  });
  return { size, words, starts, postings };
}

function weighWords(texts: readonly WeighedText[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { text, weight } of texts) {
    for (const word of searchWords(text)) {
      if ((weights.get(word) ?? 0) < weight) weights.set(word, weight);
    }
  }
  return weights;
}

/** The folded words of a text that can be searched for; punctuation is none. */
export function searchWords(text: string): readonly string[] {
  return findWords(text)
    .map((word) => word.text)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Places in `words`, half-open, of the words that begin with the prefix. */
export function findPrefix({ words }: SearchIndex, prefix: string): readonly [from: number, to: number] {
  return [lowerBound(words, prefix), lowerBound(words, `${prefix}\u{10FFFF}`)];
}

function lowerBound(words: readonly string[], sought: string): number {
  let from = 0;
  let to = words.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] ?? '') < sought) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Calls back for every document that the word at this place stands in. */
export function eachPosting(
  { starts, postings }: SearchIndex,
  word: number,
  visit: (document: number, weight: number) => void,
): void {
  const end = starts[word + 1] ?? 0;
  for (let at = starts[word] ?? 0; at < end; at += 1) {
    const posting = postings[at] ?? 0;
    visit(posting >>> WEIGHT_BITS, posting & WEIGHT_MASK);
  }
}
