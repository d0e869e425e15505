import type { Question, Stance } from './types.ts';

/** How an answer to a yes-or-no question begins in the languages that corpora are written in so far. */
const ANSWER_WORDS = new Set(['yes', 'no', 'sí', 'ja', 'nein', 'oui', 'non', 'да', 'нет', 'так', 'ні']);

/** Whether a Question can be answered by yes and no, told from what answering "for" means. */
export function asksOf(question: Question): 'yes-no' | 'which' {
  return ANSWER_WORDS.has(firstWord(question.forMeans)) ? 'yes-no' : 'which';
}

/**
 * The answer's own words where a plain yes or no does not fit the Question; nothing where it does, and for who sides
 * with neither.
 */
export function findAnswer(question: Question, wanted: Stance): string | undefined {
  if (wanted === 'mixed' || asksOf(question) === 'yes-no') return undefined;
  return question.positions.find(({ stance }) => stance === wanted)?.answer;
}

function firstWord(text: string): string {
  return /^\p{L}+/u.exec(text.trim().toLowerCase())?.[0] ?? '';
}
