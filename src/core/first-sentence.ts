/** An abbreviation such as "U.S." ends no sentence: the next letter must be a capital after a space. */
const SENTENCE = /^.{20,}?[.!?](?=\s+\p{Lu}|$)/u;

/** The first sentence of a text, or all of it where it has but one. */
export function firstSentence(text: string): string {
  return SENTENCE.exec(text)?.[0] ?? text;
}
