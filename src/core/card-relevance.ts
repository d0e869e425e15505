import type { Question } from './types.ts';

/** A word of the question itself says more than one of its claims. */
const QUESTION_WEIGHT = 3;
/** Longer words are compared by their beginning, so that "adoptions" meets "adoption". */
const STEM_LENGTH = 6;
/** Shorter words tie no text to a subject. */
const SHORTEST_WORD = 4;

/**
 * The Questions whose words stand near the Mention first; otherwise the published order. A lone Question never
 * stands before one in which sources answer each other.
 * The same words give the same order for every reader. A word that all Questions share counts nothing.
 */
export function orderByRelevance(
  questions: readonly Question[],
  nearbyWords: readonly string[],
): readonly Question[] {
  const nearby = new Set(nearbyWords.flatMap(stems));
  const bags = questions.map((question) => ({
    question,
    own: new Set(stems(question.text)),
    all: new Set(stems(wholeText(question))),
  }));
  const spread = (word: string) => bags.filter((bag) => bag.all.has(word)).length;
  const weigh = (word: string) => Math.log(questions.length / spread(word));
  const score = ({ own, all }: (typeof bags)[number]) =>
    [...nearby]
      .filter((word) => all.has(word))
      .reduce((sum, word) => sum + weigh(word) * (own.has(word) ? QUESTION_WEIGHT : 1), 0);
  return bags
    .map((bag) => ({ question: bag.question, score: score(bag) }))
    .sort((a, b) => rank(a.question) - rank(b.question) || b.score - a.score)
    .map(({ question }) => question);
}

function rank({ type }: Question): number {
  return type === 'lone' ? 1 : 0;
}

function wholeText(question: Question): string {
  const positions = question.positions.flatMap((position) => [
    position.answer,
    ...position.claims.map((claim) => claim.text),
  ]);
  return [question.text, ...positions].join(' ');
}

function stems(text: string): readonly string[] {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length >= SHORTEST_WORD).map((word) => word.slice(0, STEM_LENGTH));
}
