import { loadPacksFor } from '../browser/pack-parts.ts';
import { buildCard, type Card } from '../core/card.ts';
import type { CardContext } from '../core/card-context.ts';
import type { TermKey } from '../core/ids.ts';

/** The Card of a Term; nothing when no Pack has it. */
export async function getCard(term: TermKey, context: CardContext): Promise<Card | undefined> {
  return buildCard(await loadPacksFor([term, ...(context.also ?? [])]), term, context);
}
