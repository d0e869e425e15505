import { packKeeper } from '../browser/added-packs.ts';
import { loadPacksFor } from '../browser/pack-parts.ts';
import { describeOrigin } from '../core/added-packs.ts';
import { buildCard, type Card } from '../core/card.ts';
import type { CardContext, TermKey } from '../core/types.ts';

/** The Card of a Term; nothing when no Pack has it. */
export async function getCard(term: TermKey, context: CardContext): Promise<Card | undefined> {
  const packs = await loadPacksFor([term, ...(context.also ?? [])]);
  const card = buildCard(packs, term, context);
  return card && withOrigin(card);
}

/** An added Pack says where it is from on each of its cards. */
async function withOrigin(card: Card): Promise<Card> {
  const added = (await packKeeper.list()).packs.find(({ id }) => id === card.pack.id);
  const from = added && describeOrigin(added.origin);
  return from === undefined ? card : { ...card, pack: { ...card.pack, from } };
}
