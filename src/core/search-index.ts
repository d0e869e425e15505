import { findWords } from './normalize.ts';
import { createWordTable, isSearchable } from './word-table.ts';

/** A text by how much a hit in it counts: 3 for a title, 2 for another name, 1 for running text. */
export interface WeighedText {
  readonly text: string;
  readonly weight: 1 | 2 | 3;
}

/** Documents and weights share one number: two bits are the weight's. */
const WEIGHT_BITS = 2;
const WEIGHT_MASK = 3;

/** Postings put in their place between two rests; some milliseconds' work. */
const PLACED_AT_ONCE = 200_000;

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

/** Reads every document once, resting between any two: whoever runs it may let others go first there. */
export function* readSearchIndex(
  documents: Iterable<readonly WeighedText[]>,
): Generator<undefined, SearchIndex> {
  const table = createWordTable();
  const written = createWritten();
  let size = 0;
  for (const texts of documents) {
    for (const { text, weight } of texts) {
      table.eachWord(text, (ordinal) => written.add(ordinal, (size << WEIGHT_BITS) | weight));
    }
    size += 1;
    yield;
  }
  const order = yield* sortWords(table.words);
  const words = Array.from(order, (ordinal) => table.words[ordinal] ?? '');
  return { size, words, ...(yield* placePostings(written, order)) };
}

/** Postings as they come, each with the ordinal of its word. */
interface Written {
  readonly count: number;
  readonly ordinals: Uint32Array;
  readonly postings: Uint32Array;
  /** A word that stands twice in a document counts by its highest weight. */
  add(ordinal: number, posting: number): void;
}

function createWritten(): Written {
  let count = 0;
  let ordinals = new Uint32Array(1024);
  let postings = new Uint32Array(1024);
  /** Per word: where its last posting stands. */
  const last: number[] = [];
  return {
    get count() {
      return count;
    },
    get ordinals() {
      return ordinals;
    },
    get postings() {
      return postings;
    },
    add(ordinal, posting) {
      const before = last[ordinal] ?? -1;
      const known = before < 0 ? -1 : (postings[before] ?? 0);
      if (known >= 0 && known >>> WEIGHT_BITS === posting >>> WEIGHT_BITS) {
        if (posting > known) postings[before] = posting;
        return;
      }
      if (count === postings.length) {
        ordinals = doubled(ordinals);
        postings = doubled(postings);
      }
      ordinals[count] = ordinal;
      postings[count] = posting;
      last[ordinal] = count;
      count += 1;
    },
  };
}

function doubled(full: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(full.length * 2);
  more.set(full);
  return more;
}

/** Ordinals in the order of their words; sorted by first units apart, with a rest after each. */
function* sortWords(words: readonly string[]): Generator<undefined, Uint32Array> {
  const groups = new Map<number, number[]>();
  words.forEach((word, ordinal) => {
    const first = word.charCodeAt(0);
    const group = groups.get(first);
    if (group) group.push(ordinal);
    else groups.set(first, [ordinal]);
  });
  const order = new Uint32Array(words.length);
  let at = 0;
  for (const [, group] of [...groups].sort(([a], [b]) => a - b)) {
    group.sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1));
    order.set(group, at);
    at += group.length;
    yield;
  }
  return order;
}

/** Postings by word, each word's in the order of the documents. */
function* placePostings(
  { count, ordinals, postings: written }: Written,
  order: Uint32Array,
): Generator<undefined, Pick<SearchIndex, 'starts' | 'postings'>> {
  const ranks = new Uint32Array(order.length);
  order.forEach((ordinal, rank) => {
    ranks[ordinal] = rank;
  });
  const starts = new Uint32Array(order.length + 1);
  for (let at = 0; at < count; at += 1) {
    const after = (ranks[ordinals[at] ?? 0] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
    if (at % PLACED_AT_ONCE === 0) yield;
  }
  for (let rank = 0; rank < order.length; rank += 1) {
    starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
  }
  yield;
  const next = starts.slice();
  const postings = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const rank = ranks[ordinals[at] ?? 0] ?? 0;
    const place = next[rank] ?? 0;
    postings[place] = written[at] ?? 0;
    next[rank] = place + 1;
    if (at % PLACED_AT_ONCE === 0) yield;
  }
  return { starts, postings };
}

/** The folded words of a text that can be searched for; punctuation is none. */
export function searchWords(text: string): readonly string[] {
  return findWords(text)
    .map((word) => word.text)
    .filter(isSearchable);
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
