import type { AuthoredPosition } from '../authored.ts';
import type { Corpus } from '../corpus.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { EditorialRule } from '../rules.ts';
import { wordsOf } from '../words.ts';
import { pointOf } from './claims.ts';
import { findEntry, unknownIds } from './references.ts';

/** One side may have at most this many times the words of the other, or a reason must be given. */
const MAX_IMBALANCE = 2;

type Question = Corpus['questions'][number];

function namesTerms(corpus: Corpus): Problem[] {
  return corpus.questions.flatMap(({ id, value, at }) => [
    ...unknownIds(corpus, 'term', value.terms, (i) => at('terms', i)),
    ...(value.terms.length === 0 ? [problemAt(at('terms'), `the question "${id}" names no term`)] : []),
  ]);
}

/** A question is disputed, with a side for and a side against, or says that it is lone. */
function twoSides({ questions }: Corpus): Problem[] {
  return questions.flatMap(({ id, value, at }) => {
    const stances = value.positions.map(({ stance }) => stance);
    const disputed = stances.includes('for') && stances.includes('against');
    if (disputed || (value.lone !== undefined && stances.length > 0)) return [];
    const message = `the question "${id}" needs a position for and one against, or a reason in "lone"`;
    return problemAt(at('positions'), message);
  });
}

function stanceOnce({ questions }: Corpus): Problem[] {
  return questions.flatMap(({ value, at }) =>
    value.positions.flatMap(({ stance }, index) =>
      value.positions.findIndex((other) => other.stance === stance) === index
        ? []
        : problemAt(at('positions', index), `two positions are "${stance}"; join them`),
    ),
  );
}

function positionsHaveClaims({ questions }: Corpus): Problem[] {
  return questions.flatMap(({ value, at }) =>
    value.positions.flatMap(({ claims, answer }, index) =>
      claims.length > 0 ? [] : problemAt(at('positions', index), `no claim carries the position "${answer}"`),
    ),
  );
}

/** Neither side speaks much longer than the other without a reason given. */
function balanced({ questions }: Corpus): Problem[] {
  const disputed = questions.filter(({ value }) => value.lone === undefined);
  return disputed.flatMap((question) => {
    const ratio = imbalanceOf(question);
    const reason = question.value.unbalanced;
    if (ratio <= MAX_IMBALANCE && reason === undefined) return [];
    if (ratio > MAX_IMBALANCE && reason !== undefined) return [];
    if (reason !== undefined) {
      return problemAt(question.at('unbalanced'), 'the sides are balanced now; take the reason out');
    }
    const message = `one side has ${ratio.toFixed(1)} times the words of the other (at most ${MAX_IMBALANCE}); say why in "unbalanced"`;
    return problemAt(question.at('positions'), message);
  });
}

/** Words of the longer side of a question over those of the shorter; 1 where there is only one side. */
export function imbalanceOf({ value }: Pick<Question, 'value'>): number {
  const [a = 0, b = 0] = (['for', 'against'] as const)
    .flatMap((stance) => value.positions.filter((position) => position.stance === stance))
    .map(wordCount);
  return a === 0 || b === 0 ? 1 : Math.max(a, b) / Math.min(a, b);
}

function wordCount({ claims }: AuthoredPosition): number {
  return claims.reduce((sum, { says }) => sum + wordsOf(says).length, 0);
}

/** An exchange is claim, objection and reply: opposed claims of the question, the reply by the first source. */
function exchangesHold({ questions, claims }: Corpus): Problem[] {
  return questions.flatMap(({ id, value, at }) =>
    (value.exchanges ?? []).flatMap((exchange, index) => {
      const here = at('exchanges', index);
      const find = (claim: string) => {
        const entry = findEntry(claims, claim);
        return entry?.question === id ? entry : undefined;
      };
      const named = [exchange.claim, exchange.objection, exchange.reply].filter(
        (claim) => claim !== undefined,
      );
      const unknown = named.filter((claim) => find(claim) === undefined);
      if (unknown.length > 0) {
        return unknown.map((claim) =>
          problemAt(here, `there is no claim "${claim}" in the question "${id}"`),
        );
      }
      const claim = find(exchange.claim);
      if (!claim?.value.opposedBy?.includes(exchange.objection)) {
        return [
          problemAt(here, `"${exchange.objection}" is not among the claims that oppose "${exchange.claim}"`),
        ];
      }
      const reply = exchange.reply === undefined ? undefined : find(exchange.reply);
      const from = reply && pointOf(reply)?.source;
      if (from === undefined || from === pointOf(claim)?.source) return [];
      return [problemAt(here, `the reply "${exchange.reply}" is not from the source of "${exchange.claim}"`)];
    }),
  );
}

/** What must hold of each Question and the balance of its Positions, by the name of the rule. */
export const questionRules: Readonly<Record<string, EditorialRule>> = {
  namesTerms,
  twoSides,
  stanceOnce,
  positionsHaveClaims,
  balanced,
  exchangesHold,
};
