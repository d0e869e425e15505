import type { CardClaim } from '../core/card-claim.ts';
import type { CardExchange } from '../core/card-question.ts';
import { ClaimNotes, Places, stanceText } from './claim-view.tsx';
import { ContentText } from './content-text.tsx';
import { StanceGlyph } from './glyph.tsx';
import { useWords } from './words.ts';

/** Claim, objection, reply, each a step in; an open exchange says that it is. A Claim that several answer is said once. */
export function Exchanges({ exchanges }: { readonly exchanges: readonly CardExchange[] }) {
  const { t } = useWords();
  return exchanges.map(({ claim, objection, reply }, at) => (
    <ol
      key={claim.id + objection.id}
      class={claim.id === exchanges[at - 1]?.claim.id ? 'exchange same' : 'exchange'}
    >
      <Turn claim={claim} verb="card_turn_claim" />
      <Turn claim={objection} verb="card_turn_objection" />
      {reply ? (
        <Turn claim={reply} verb="card_turn_reply" />
      ) : (
        <li class="small">
          <i>{t('card_open_exchange')}</i>
        </li>
      )}
    </ol>
  ));
}

/** The shape says which way it goes, and the list above what the shape means; who only hears it is told in words. */
function Turn({ claim, verb }: { readonly claim: CardClaim; readonly verb: string }) {
  const words = useWords();
  return (
    <li>
      <StanceGlyph stance={claim.stance} />
      <div>
        <p>
          <span class="unseen">{stanceText(claim, words)}</span> <b>{words.t(verb, claim.by.shortName)}</b>{' '}
          <ContentText class="words">{claim.text}</ContentText> <Places claim={claim} />
        </p>
        <ClaimNotes claim={claim} />
      </div>
    </li>
  );
}
