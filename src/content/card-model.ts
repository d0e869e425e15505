import { ask } from '../browser/page-api.ts';
import type { Card } from '../core/card.ts';
import { goBack, goForward, goTo, startTrail, type Trail } from '../core/trail.ts';
import type { TermKey } from '../core/types.ts';
import { copyText } from '../dom/clipboard.ts';
import type { PaintedMention } from '../dom/painted.ts';
import type { CardActions, CardNotice } from '../ui/card-actions.ts';
import type { RequestCard } from './card-content.ts';
import type { CardPage } from './card-door.ts';

export interface CardModelOptions {
  readonly page: CardPage;
  readonly request: RequestCard;
  readonly onChange: () => void;
  readonly onClose: () => void;
}

/** What the card shows now. */
export interface CardModelView {
  readonly card: Card;
  readonly canBack: boolean;
  readonly canForward: boolean;
  readonly pinned: boolean;
  readonly notice?: CardNotice;
}

/** What a reader does in an open card, and what it shows because of that. */
export interface CardModel {
  readonly actions: CardActions;
  readonly view: () => CardModelView;
  /** Begins anew with the Card of this Mention. */
  readonly start: (painted: PaintedMention, card: Card) => void;
}

interface Told {
  readonly notice: CardNotice;
  readonly undo?: () => Promise<unknown>;
}

export function createCardModel({ page, request, onChange, onClose }: CardModelOptions): CardModel {
  let mention: PaintedMention | undefined;
  let trail: Trail<Card> | undefined;
  let pinned = false;
  let told: Told | undefined;

  const move = (next: Trail<Card> | undefined) => {
    if (next === undefined || next === trail) return;
    trail = next;
    told = undefined;
    onChange();
  };

  const tell = (next: Told | undefined) => {
    told = next;
    onChange();
  };

  const openTerm = async (key: TermKey) => {
    const from = trail;
    const {
      surface: _surface,
      why: _why,
      also: _also,
      ...context
    } = mention ? page.contextOf(mention) : { nearbyWords: [] };
    const card = await request(key, key, () => context).done;
    // The reader may have gone elsewhere meanwhile.
    if (card !== undefined && trail === from && from !== undefined) move(goTo(from, card));
  };

  const copy = async (text: string) =>
    tell({ notice: { type: (await copyText(text)) ? 'copied' : 'copy-failed' } });

  const setMuted = (term: TermKey, muted: boolean) => ask({ type: 'term.mute', term, muted });
  const setSite = (active: boolean) => ask({ type: 'site.set', active });
  const setNotThis = (term: TermKey, surface: string, not: boolean) =>
    ask({ type: 'term.notThis', term, surface, not });

  const actions: CardActions = {
    onTerm: (key) => void openTerm(key),
    onBack: () => move(trail && goBack(trail)),
    onForward: () => move(trail && goForward(trail)),
    onClose,
    onPin() {
      pinned = !pinned;
      page.dispatch({ type: 'pin', pinned });
      onChange();
    },
    onOpenPanel() {
      if (trail) void ask({ type: 'panel.open', term: trail.at.key });
    },
    onCopy: (text) => void copy(text),
    onMute() {
      const term = trail?.at.key;
      if (term === undefined) return;
      tell({ notice: { type: 'muted' }, undo: () => setMuted(term, false) });
      void setMuted(term, true);
    },
    onSiteOff() {
      // Told first: the notice is what outlives Sidelight on this page.
      tell({ notice: { type: 'site-off' }, undo: () => setSite(true) });
      void setSite(false);
    },
    onNotThisMeaning() {
      const card = trail?.at;
      if (card?.why === undefined) return;
      const { key, why } = card;
      tell({ notice: { type: 'not-this-meaning' }, undo: () => setNotThis(key, why.surface, false) });
      void setNotThis(key, why.surface, true);
    },
    onUndo() {
      void told?.undo?.();
      tell(undefined);
      if (page.signal.aborted) onClose();
    },
  };

  return {
    actions,
    start(painted, card) {
      mention = painted;
      trail = startTrail(card);
      pinned = false;
      told = undefined;
    },
    view() {
      if (trail === undefined) throw new Error('a card is drawn before it has been started');
      return {
        card: trail.at,
        canBack: trail.back.length > 0,
        canForward: trail.ahead.length > 0,
        pinned,
        ...(told && { notice: told.notice }),
      };
    },
  };
}
