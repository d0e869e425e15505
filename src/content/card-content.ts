import { ask } from '../browser/page-api.ts';
import type { Card } from '../core/card.ts';
import type { CardContext } from '../core/card-context.ts';
import type { TermKey } from '../core/ids.ts';

/** Cards kept for coming back to, a page: more than one reads, little memory. */
const keptMost = 30;

/** What was asked for and, once it has come, the Card; `card` nothing while on its way or when there is none. */
export interface CardRequest {
  readonly done: Promise<Card | undefined>;
  card: Card | undefined;
}

/** A Card by a key of the asker's choice; the context is looked up only if it has to be asked for. */
export type RequestCard = (key: string, term: TermKey, findContext: () => CardContext) => CardRequest;

/** Asks for Cards and keeps them, so that the first rest of the pointer pays and the opening does not. */
export function createCardContent(): RequestCard {
  const kept = new Map<string, CardRequest>();

  return (key, term, findContext) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const request: CardRequest = {
      card: undefined,
      done: ask({ type: 'card.get', term, context: findContext() }).then((card) => {
        request.card = card;
        // A worker that did not answer may the next time.
        if (card === undefined) kept.delete(key);
        return card;
      }),
    };
    kept.set(key, request);
    const [oldest] = kept.keys();
    if (kept.size > keptMost && oldest !== undefined) kept.delete(oldest);
    return request;
  };
}
