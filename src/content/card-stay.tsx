import { createPageWords } from '../browser/page-words.ts';
import type { Card } from '../core/card.ts';
import type { Box, Point } from '../core/geometry.ts';
import type { CardFocus } from '../dom/card-focus.ts';
import { createCardHost } from '../dom/card-host.ts';
import type { PaintedMention } from '../dom/painted.ts';
import { parentElementOf } from '../dom/safe-dom.ts';
import { cardStyles } from '../ui/card-styles.ts';
import { CARD_TITLE_ID, CardView } from '../ui/card-view.tsx';
import type { RequestCard } from './card-content.ts';
import type { CardPage } from './card-door.ts';
import { CardModel } from './card-model.ts';
import { findCardTheme } from './card-theme.ts';
import { drawInCard, watchOpenCard } from './open-card.ts';

/** One stay of a term's card on the page, from its first term to its end. */
export class CardStay {
  readonly #page: CardPage;
  readonly #life = new AbortController();
  readonly #host = createCardHost({
    styles: cardStyles,
    titleId: CARD_TITLE_ID,
    onTampered: () => this.#end(true),
    onPlaced: (box) => this.#onPlaced(box),
  });
  readonly #model: CardModel;
  #state: 'new' | 'open' | 'closed' = 'new';
  #shown: PaintedMention | undefined;
  #focus: CardFocus | undefined;
  #isSaid = false;

  constructor(page: CardPage, request: RequestCard) {
    this.#page = page;
    this.#model = new CardModel({
      page,
      request,
      onChange: () => this.#onChange(),
      onClose: () => this.#end(false),
    });
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  owns(target: EventTarget): boolean {
    return target === this.#host.host;
  }

  /** Renders it off the page. */
  prepare(painted: PaintedMention, card: Card): void {
    this.#shown = painted;
    this.#model.start(painted, card);
    this.#draw();
  }

  /** Puts it beside the term, or moves it there. */
  show(painted: PaintedMention, card: Card, near: Point | undefined): void {
    const isNew = this.#shown !== painted;
    this.#shown = painted;
    this.#isSaid &&= !isNew;
    if (isNew) {
      this.#focus?.giveBack();
      this.#model.start(painted, card);
    }
    // What was prepared for this very term a moment ago is drawn already: then opening costs its layout alone.
    if (isNew || this.isOpen) this.#draw();
    this.#page.onShown(card.key);
    this.#host.open(painted, near);
    if (this.#state === 'new') this.#begin();
  }

  /** As the settings and the words are now; nothing when it is not open. */
  redraw(): void {
    if (this.isOpen) this.#draw();
  }

  close(atOnce: boolean): void {
    if (this.#state === 'closed') {
      // Still fading: it makes room for the next one.
      if (atOnce) this.#host.close(true);
      return;
    }
    this.#state = 'closed';
    this.#focus?.giveBack();
    this.#life.abort();
    this.#host.close(atOnce);
  }

  /** Sidelight stops here; only the offer to take that back outlives it. */
  endWithPage(): void {
    if (this.#model.view.notice?.type !== 'site-off') this.close(true);
  }

  #begin(): void {
    this.#state = 'open';
    const events = {
      findShown: () => this.#shown,
      isPinned: () => this.#model.view.pinned,
      onBack: this.#model.actions.onBack,
      onHold: (held: boolean) => this.#page.dispatch({ type: 'hold', held }),
      onEnd: (atOnce: boolean) => this.#end(atOnce),
    };
    this.#focus = watchOpenCard(this.#host, events, this.#life.signal);
  }

  /** Ends it by its own doing: the hover state hears of it first, and closes it if the page is still listening. */
  #end(atOnce: boolean): void {
    if (atOnce || this.#page.signal.aborted) this.close(atOnce);
    this.#page.dispatch({ type: 'close' });
  }

  /** One polite line for screen readers with the first place of each term; following the page it is silent. */
  #onPlaced(box: Box): void {
    this.#page.dispatch({ type: 'placed', box });
    if (this.#isSaid) return;
    this.#isSaid = true;
    this.#host.say(() => {
      const all = this.#page.marks.findAll();
      const place = all.findIndex(({ id }) => id === this.#shown?.id) + 1;
      return createPageWords().t('card_said', this.#model.view.card.label, place, all.length);
    });
  }

  #onChange(): void {
    this.#draw();
    this.#page.onShown(this.#model.view.card.key);
  }

  #draw(): void {
    const settings = this.#page.findSettings();
    const around = this.#shown && parentElementOf(this.#shown.range.startContainer);
    drawInCard(
      this.#host,
      <CardView
        // Another Mention's card is drawn anew: its title takes the focus only when a reader walks to it inside the card.
        key={this.#shown?.id}
        {...this.#model.view}
        words={createPageWords()}
        theme={findCardTheme(settings, around)}
        layout={this.#host.shape === 'sheet' ? 'sheet' : 'popover'}
        sizes={settings}
        actions={this.#model.actions}
      />,
    );
  }
}
