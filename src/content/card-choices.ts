import type { ask } from '../browser/page-api.ts';
import type { Card } from '../core/card.ts';
import type { CardActions, CardNotice } from '../ui/card-actions.ts';

export interface CardChoicesOptions {
  /** How the background is told; a false or missing answer means that nothing was stored. */
  readonly ask: typeof ask;
  readonly findCard: () => Card | undefined;
  /** Shows a notice in the card, or takes it away. */
  readonly tell: (notice: CardNotice | undefined) => void;
  /** The last choice was taken back. */
  readonly onUndone: () => void;
}

/** What a reader chooses in a card for the time after it: each can be taken back, and what was not stored is said. */
export function createCardChoices({ ask, findCard, tell, onUndone }: CardChoicesOptions) {
  let takeBack: (() => Promise<boolean | undefined>) | undefined;

  const store = async (answer: Promise<boolean | undefined>) => {
    if ((await answer) === true) return;
    takeBack = undefined;
    tell({ type: 'not-stored' });
  };

  // Told first: the notice is what outlives Sidelight on a page where it is switched off.
  const choose = (type: CardNotice['type'], set: (chosen: boolean) => Promise<boolean | undefined>) => {
    takeBack = () => set(false);
    tell({ type });
    void store(set(true));
  };

  return {
    onMute() {
      const term = findCard()?.key;
      if (term !== undefined) choose('muted', (muted) => ask({ type: 'term.mute', term, muted }));
    },
    onSiteOff() {
      choose('site-off', (off) => ask({ type: 'site.set', active: !off }));
    },
    onNotThisMeaning() {
      const { key: term, why } = findCard() ?? {};
      if (term === undefined || why === undefined) return;
      const { surface } = why;
      choose('not-this-meaning', (not) => ask({ type: 'term.notThis', term, surface, not }));
    },
    onUndo() {
      tell(undefined);
      if (takeBack !== undefined) void store(takeBack());
      takeBack = undefined;
      onUndone();
    },
  } satisfies Partial<CardActions>;
}
