import type { CardClaim } from '../core/card-claim.ts';
import type { CardExchange } from '../core/card-question.ts';
import { Places } from './claim-view.tsx';
import { StanceGlyph } from './glyph.tsx';
import { useWords } from './words.ts';

/** Claim, objection, reply, each a step in; an open exchange says that it is. */
export function ExchangeView({ exchange }: { readonly exchange: CardExchange }) {
  const { t } = useWords();
  return (
    <ol class="exchange">
      <Turn claim={exchange.claim} verb="card_turn_claim" />
      <Turn claim={exchange.objection} verb="card_turn_objection" />
      {exchange.reply ? (
        <Turn claim={exchange.reply} verb="card_turn_reply" />
      ) : (
        <li class="open-end">{t('card_open_exchange')}</li>
      )}
    </ol>
  );
}

function Turn({ claim, verb }: { readonly claim: CardClaim; readonly verb: string }) {
  const { t } = useWords();
  return (
    <li>
      <StanceGlyph stance={claim.stance} />
      <p>
        <b>{t(verb, claim.by.shortName)}</b> <bdi class="words">{claim.text}</bdi> <Places claim={claim} />
      </p>
    </li>
  );
}
