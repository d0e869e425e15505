import type { CardQuestion } from '../core/card-question.ts';
import { ClaimView } from './claim-view.tsx';
import { Exchanges } from './exchange-view.tsx';
import { Fold } from './fold.tsx';
import { ProseText } from './prose-text.tsx';
import { Stands, Tally } from './tally.tsx';
import { countText, useWords, type Words } from './words.ts';

/** Longer claims read badly in half a card's width, about 28 characters a line. */
const LONGEST_IN_COLUMN = 130;

/** True when both Positions fit side by side: then a wider card serves them. */
export function fitsColumns(question: CardQuestion): boolean {
  const leads = question.positions.map(({ lead }) => lead);
  return (
    leads.length === 2 &&
    leads.every((lead) => lead.text.length <= LONGEST_IN_COLUMN && lead.notes.length === 0)
  );
}

/** The Positions with equal room, the count of Sources, and the rest folded. */
export function QuestionView({ question }: { readonly question: CardQuestion }) {
  const words = useWords();
  const folded = foldedText(question, words);
  const columns = fitsColumns(question);
  return (
    <>
      {question.why && (
        <p class="lone">
          <ProseText prose={question.why} />
        </p>
      )}
      <ul class="positions" data-columns={columns ? 2 : 1}>
        {question.positions.map((position, index) => (
          <li key={position.answer} class={columns && index > 0 ? 'second-column' : ''}>
            <ClaimView claim={position.lead} />
          </li>
        ))}
      </ul>
      <Tally question={question} />
      {folded && (
        <Fold label={folded}>
          <FurtherClaims question={question} />
        </Fold>
      )}
    </>
  );
}

function FurtherClaims({ question }: { readonly question: CardQuestion }) {
  const { t, content } = useWords();
  return (
    <div class="further">
      <Stands question={question} />
      {question.exchanges.length > 0 && <h5>{t('card_exchanges')}</h5>}
      <Exchanges exchanges={question.exchanges} />
      {question.positions
        .filter((position) => position.more.length > 0)
        .map((position) => (
          <div key={position.answer}>
            <h5 dir="auto" lang={content}>
              {position.answer}
            </h5>
            <ul class="claims">
              {position.more.map((claim) => (
                <li key={claim.id}>
                  <ClaimView claim={claim} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      {question.remark && (
        <p class="small">
          <ProseText prose={question.remark} />
        </p>
      )}
    </div>
  );
}

function foldedText(question: CardQuestion, words: Words): string {
  const more = question.positions.reduce((sum, position) => sum + position.more.length, 0);
  if (more > 0 && question.exchanges.length > 0) return countText(words, 'card_unfold_both', more);
  if (more > 0) return countText(words, 'card_unfold_claims', more);
  return question.exchanges.length > 0 ? words.t('card_unfold_replies') : '';
}
