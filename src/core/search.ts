import { isWithinEdits } from './edit-distance.ts';
import { eachPosting, findPrefix, type SearchIndex, searchWords } from './search-index.ts';

/** A document by its place in the list, the best first; and the words by which it was found, for highlighting. */
export interface SearchResult {
  readonly documents: readonly number[];
  readonly total: number;
  /** Beginnings of folded words. */
  readonly foundBy: readonly string[];
}

/** What is asked of a search besides the words. */
export interface SearchLimits {
  /** So many documents at most. */
  readonly most: number;
  /** Factor of each document, such as 1.5 for a Term; 1 when left out. */
  readonly boost?: (document: number) => number;
}

/** By weight of the field: a title counts eight times as much as running text. */
const FIELD_SCORES = [0, 1, 5, 8];
const WHOLE_WORD = 1.6;
const TYPING_ERROR = 0.4;

/** So few words that begin like the one asked for may be an accident of spelling. */
const RARE_WORDS = 2;
/** Shorter words have too many neighbours for guessing at typing errors. */
const MIN_FUZZY_LENGTH = 4;
const MIN_TWO_ERRORS_LENGTH = 8;

/**
 * Documents that hold every word of the query, its words taken as beginnings. A word that nothing begins with is
 * taken for a typing error. Equal scores keep the list's order. An empty query finds nothing.
 */
export function searchIndex(index: SearchIndex, query: string, limits: SearchLimits): SearchResult {
  const words = [...new Set(searchWords(query))];
  if (words.length === 0) return { documents: [], total: 0, foundBy: [] };
  const total = new Float64Array(index.size);
  const hits = new Uint8Array(index.size);
  const foundBy: string[] = [];
  words.forEach((word, at) => {
    const best = scoreWord(index, word, foundBy);
    for (let document = 0; document < index.size; document += 1) {
      const score = best[document] ?? 0;
      if (score === 0 || hits[document] !== at) continue;
      hits[document] = at + 1;
      total[document] = (total[document] ?? 0) + score;
    }
  });
  const boost = limits.boost ?? (() => 1);
  const scoreOf = (document: number): number =>
    hits[document] === words.length ? (total[document] ?? 0) * boost(document) : 0;
  return { ...takeBest(index.size, limits.most, scoreOf), foundBy };
}

/** The best score of one word of the query in every document. */
function scoreWord(index: SearchIndex, word: string, foundBy: string[]): Float64Array {
  const best = new Float64Array(index.size);
  const add = (at: number, factor: number): void =>
    eachPosting(index, at, (document, weight) => {
      const score = (FIELD_SCORES[weight] ?? 0) * factor;
      if (score > (best[document] ?? 0)) best[document] = score;
    });
  const [from, to] = findPrefix(index, word);
  for (let at = from; at < to; at += 1) add(at, index.words[at] === word ? WHOLE_WORD : 1);
  if (from < to) foundBy.push(word);
  if (to - from > RARE_WORDS || index.words[from] === word) return best;
  for (const at of findSimilar(index, word)) {
    add(at, TYPING_ERROR);
    foundBy.push(index.words[at] ?? '');
  }
  return best;
}

/** Words that differ by a typing error or two; the first letter is taken as meant. */
function findSimilar(index: SearchIndex, word: string): readonly number[] {
  if (word.length < MIN_FUZZY_LENGTH) return [];
  const most = word.length < MIN_TWO_ERRORS_LENGTH ? 1 : 2;
  const [from, to] = findPrefix(index, word.slice(0, 1));
  const similar: number[] = [];
  for (let at = from; at < to; at += 1) {
    if (isWithinEdits(word, index.words[at] ?? '', most)) similar.push(at);
  }
  return similar;
}

/** The best so many in one pass: a single letter may find half of everything. Of equals, the earlier stays. */
function takeBest(
  count: number,
  most: number,
  scoreOf: (document: number) => number,
): { documents: number[]; total: number } {
  const documents: number[] = [];
  const scores: number[] = [];
  let total = 0;
  for (let document = 0; document < count; document += 1) {
    const score = scoreOf(document);
    if (score === 0) continue;
    total += 1;
    if (documents.length === most && score <= (scores[most - 1] ?? 0)) continue;
    let at = documents.length;
    while (at > 0 && (scores[at - 1] ?? 0) < score) at -= 1;
    documents.splice(at, 0, document);
    scores.splice(at, 0, score);
    documents.length = scores.length = Math.min(documents.length, most);
  }
  return { documents, total };
}
