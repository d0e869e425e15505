import { buildQuestion, type CardQuestion } from './card-question.ts';
import type { PackId, TermId, TermKey } from './ids.ts';
import type { PackLookUp } from './look-up.ts';

/** A Question that a page touches, and the Terms of the page that it is about. */
export interface TouchedQuestion {
  readonly pack: PackId;
  readonly question: CardQuestion;
  readonly labels: readonly string[];
}

/** Questions on the Terms of a page: those that more of them bear on first, otherwise in published order. */
export function findTouchedQuestions(
  packs: readonly PackLookUp[],
  terms: readonly TermKey[],
): readonly TouchedQuestion[] {
  const onPage = new Set<string>(terms);
  return packs
    .flatMap((look) => {
      const { id: pack, questions } = look.pack;
      return questions.map((question) => {
        const touching = question.terms.filter((term) => onPage.has(`${pack}/${term}`));
        return { look, question, touching };
      });
    })
    .filter(({ touching }) => touching.length > 0)
    .sort((a, b) => b.touching.length - a.touching.length)
    .map(({ look, question, touching }) => ({
      pack: look.pack.id,
      question: buildQuestion(question, look),
      labels: touching.flatMap((term: TermId) => look.findTerm(term)?.label ?? []),
    }));
}
