import { watchSettingsChange } from '../browser/page-api.ts';
import { preparePageWords } from '../browser/page-words.ts';
import type { CardPage, Cards, CreateCards } from './card-door.ts';

/** The cards of one page, whose code and words come when they are first needed. */
export interface CardLoader {
  /** Nothing before they have come. */
  readonly find: () => Cards | undefined;
  /** Brings them on the first call; runs this once they are there, at once when they are. */
  readonly use: (then: (cards: Cards) => void) => void;
}

/** Loads the cards once; what is open follows the settings. */
export function createCardLoader(page: CardPage, bring: () => Promise<CreateCards | undefined>): CardLoader {
  let cards: Cards | undefined;
  let loading: Promise<void> | undefined;

  const load = async () => {
    const prepared = preparePageWords(page.findSettings().language);
    const create = await bring();
    await prepared;
    if (!page.signal.aborted) cards = create?.(page);
  };
  watchSettingsChange(() => {
    // By then whoever keeps the settings of this page has heard of it too.
    void loading?.then(() => preparePageWords(page.findSettings().language)).then(() => cards?.redraw());
  }, page.signal);

  return {
    find: () => cards,
    use(then) {
      if (cards !== undefined) return then(cards);
      loading ??= load();
      void loading.then(() => cards && then(cards));
    },
  };
}
