import { useEffect, useRef } from 'preact/hooks';
import type { CardClaim } from '../../core/card-claim.ts';
import { buildQuestion, type CardQuestion } from '../../core/card-question.ts';
import { type LibraryPlace, libraryAddress } from '../../core/library-place.ts';
import type { PackLookUp } from '../../core/look-up.ts';
import type { Question } from '../../core/types.ts';
import { ClaimView } from '../../ui/claim-view.tsx';
import { Exchanges } from '../../ui/exchange-view.tsx';
import { ProseText } from '../../ui/prose-text.tsx';
import { Stands, Tally } from '../../ui/tally.tsx';
import { useWords } from '../../ui/words.ts';
import { useLibrary } from './library-context.ts';
import { NotHere } from './not-here.tsx';
import { useTitle } from './use-title.ts';

type QuestionPlace = Extract<LibraryPlace, { page: 'question' }>;

/** One Question whole: who stands where, every Claim of every Position, and what answers what. */
export function QuestionPage({ place }: { readonly place: QuestionPlace }) {
  const { t } = useWords();
  const look = useLibrary().packs.find(({ pack }) => pack.id === place.pack);
  const question = look?.findQuestion(place.id);
  useTitle(question?.text);
  if (!look || !question) return <NotHere />;
  const card = buildQuestion(question, look);
  return (
    <article class="card in-page" key={question.id}>
      <p class="small">{t(card.type === 'lone' ? 'library_one_voice' : 'card_disputed')}</p>
      <h2 dir="auto">{card.text}</h2>
      {card.type === 'lone' && (
        <p class="lone">
          {t('card_lone')} {card.why && <ProseText prose={card.why} />}
        </p>
      )}
      <Tally question={card} />
      <Stands question={card} />
      <Positions question={card} wanted={place.claim} />
      {card.exchanges.length > 0 && <ExchangeSection question={card} />}
      {card.remark && (
        <p class="small remark">
          <ProseText prose={card.remark} />
        </p>
      )}
      <TermsOf question={question} look={look} />
    </article>
  );
}

function Positions({
  question,
  wanted,
}: {
  readonly question: CardQuestion;
  readonly wanted: string | undefined;
}) {
  return (
    <div class="sides">
      {question.positions.map((position) => (
        <section key={position.answer}>
          <h3 dir="auto">{position.answer}</h3>
          <ul class="claims">
            {[position.lead, ...position.more].map((claim) => (
              <Wanted key={claim.id} claim={claim} isWanted={claim.id === wanted} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface WantedProps {
  readonly claim: CardClaim;
  readonly isWanted: boolean;
}

function Wanted({ claim, isWanted }: WantedProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isWanted) item.current?.scrollIntoView({ block: 'center' });
  }, [isWanted]);
  return (
    <li ref={item} class={isWanted ? 'wanted' : ''}>
      <ClaimView claim={claim} />
    </li>
  );
}

function ExchangeSection({ question }: { readonly question: CardQuestion }) {
  const { t } = useWords();
  return (
    <section>
      <h3>{t('card_exchanges')}</h3>
      <Exchanges exchanges={question.exchanges} />
    </section>
  );
}

function TermsOf({ question, look }: { readonly question: Question; readonly look: PackLookUp }) {
  const { t } = useWords();
  const terms = question.terms.flatMap((id) => look.findTerm(id) ?? []);
  return (
    <section>
      <h3>{t('library_question_terms')}</h3>
      <ul class="inline-list">
        {terms.map(({ id, label }) => (
          <li key={id}>
            <a href={libraryAddress({ page: 'term', pack: look.pack.id, id })} dir="auto">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
