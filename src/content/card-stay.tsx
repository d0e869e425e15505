import { options, render } from 'preact';
import { ask } from '../browser/page-api.ts';
import { createPageWords } from '../browser/page-words.ts';
import type { Card } from '../core/card.ts';
import type { Point } from '../core/geometry.ts';
import { watchCardEnd } from '../dom/card-end.ts';
import { watchCardPlace } from '../dom/card-follow.ts';
import { guardCard } from '../dom/card-guard.ts';
import { createCardHost } from '../dom/card-host.ts';
import { type CardKeys, watchCardKeys } from '../dom/card-keys.ts';
import { holdWheel } from '../dom/card-wheel.ts';
import { watchCitationClicks } from '../dom/citation-clicks.ts';
import type { PaintedMention } from '../dom/painted.ts';
import { watchSheetDrag } from '../dom/sheet-drag.ts';
import { cardStyles } from '../ui/card-styles.ts';
import { CARD_TITLE_ID, CardView } from '../ui/card-view.tsx';
import type { RequestCard } from './card-content.ts';
import type { CardPage } from './card-door.ts';
import { createCardModel } from './card-model.ts';
import { findCardTheme } from './card-theme.ts';

/** One stay of a card on the page, from its first term to its end. */
export interface Stay {
  readonly isOpen: () => boolean;
  /** Renders it off the page. */
  readonly prepare: (painted: PaintedMention, card: Card) => void;
  /** Puts it beside the term, or moves it there. */
  readonly show: (painted: PaintedMention, card: Card, near: Point | undefined) => void;
  readonly owns: (target: EventTarget) => boolean;
  /** As the settings and the words are now; nothing when it is not open. */
  readonly redraw: () => void;
  readonly close: (atOnce: boolean) => void;
  /** Sidelight stops here; only the offer to take that back outlives it. */
  readonly endWithPage: () => void;
}

type State = 'new' | 'open' | 'closed';

export function createStay(page: CardPage, request: RequestCard): Stay {
  const life = new AbortController();
  const { signal } = life;
  let state: State = 'new';
  let shown: PaintedMention | undefined;
  let keys: CardKeys | undefined;
  let isSaid = false;

  const host = createCardHost({
    styles: cardStyles,
    titleId: CARD_TITLE_ID,
    onTampered: () => end(true),
    onPlaced: (box) => {
      page.dispatch({ type: 'placed', box });
      if (!isSaid) announce();
    },
  });
  const model = createCardModel({ page, request, onChange: () => drawOpen(), onClose: () => end(false) });

  function announce(): void {
    isSaid = true;
    const all = page.marks.findAll();
    const place = all.findIndex(({ id }) => id === shown?.id) + 1;
    host.say(createPageWords().t('card_said', model.view().card.label, place, all.length));
  }

  function draw(): void {
    const { card, ...view } = model.view();
    const theme = findCardTheme(page, shown);
    const layout = host.shape === 'sheet' ? 'sheet' : 'popover';
    const drawn = (
      <CardView
        {...view}
        card={card}
        words={createPageWords()}
        theme={theme}
        layout={layout}
        sizes={page.findSettings()}
        actions={model.actions}
      />
    );
    // What Preact draws later, after a fold or a drawer was opened, is ours too.
    options.debounceRendering = (redraw) => queueMicrotask(() => host.change(redraw));
    host.change(() => render(drawn, host.body));
  }

  function drawOpen(): void {
    draw();
    page.onShown(model.view().card.key);
  }

  /** Ends it by its own doing: the hover state hears of it first, and closes it if the page is still listening. */
  function end(atOnce: boolean): void {
    if (atOnce || page.signal.aborted) close(atOnce);
    page.dispatch({ type: 'close' });
  }

  function close(atOnce: boolean): void {
    if (state === 'closed') {
      // Still fading: it makes room for the next one.
      if (atOnce) host.close(true);
      return;
    }
    state = 'closed';
    keys?.returnFocus();
    life.abort();
    host.close(atOnce);
  }

  function begin(): void {
    state = 'open';
    guardCard(host.host, host.shadow, signal);
    watchCitationClicks(
      host.shadow,
      (url, quote) => void ask({ type: 'citation.follow', url, quote }),
      signal,
    );
    keys = watchCardKeys(
      host,
      {
        onClose: () => end(false),
        onBack: model.actions.onBack,
        onHold: (held) => page.dispatch({ type: 'hold', held }),
      },
      signal,
    );
    watchCardEnd(
      () => shown,
      () => end(true),
      signal,
    );
    watchCardPlace(host, () => model.view().pinned || end(false), signal);
    holdWheel(host.frame, signal);
    watchSheetDrag(host, () => end(false), signal);
  }

  return {
    isOpen: () => state === 'open',
    prepare(painted, card) {
      shown = painted;
      model.start(painted, card);
      draw();
    },
    show(painted, card, near) {
      const isNew = shown !== painted;
      shown = painted;
      isSaid &&= !isNew;
      if (isNew) model.start(painted, card);
      drawOpen();
      host.open(painted, near);
      if (state === 'new') begin();
    },
    owns: (target) => target === host.host,
    redraw: () => state === 'open' && draw(),
    close,
    endWithPage: () => {
      if (model.view().notice?.type !== 'site-off') close(true);
    },
  };
}
