import { createPageWords } from '../browser/page-words.ts';
import type { Point } from '../core/geometry.ts';
import type { DisputedPlace } from '../core/landing.ts';
import type { CardFocus } from '../dom/card-focus.ts';
import { type CardHost, createCardHost } from '../dom/card-host.ts';
import type { PaintedMention } from '../dom/painted.ts';
import { parentElementOf } from '../dom/safe-dom.ts';
import { cardStyles } from '../ui/card-styles.ts';
import { DISPUTED_TITLE_ID, DisputedView } from '../ui/disputed-view.tsx';
import landingStyles from '../ui/landing.css';
import type { CardPage } from './card-door.ts';
import { findCardTheme } from './card-theme.ts';
import { drawInCard, watchOpenCard } from './open-card.ts';

/** The answers to one disputed passage, from their opening beside it to their end; they go like any card does. */
export class DisputedStay {
  readonly #page: CardPage;
  readonly #painted: PaintedMention;
  readonly #place: DisputedPlace;
  readonly #life = new AbortController();
  readonly #host: CardHost = createCardHost({
    styles: `${cardStyles}\n${landingStyles}`,
    titleId: DISPUTED_TITLE_ID,
    onTampered: () => this.#end(true),
    onPlaced: (box) => this.#page.dispatch({ type: 'placed', box }),
  });
  readonly #focus: CardFocus;

  constructor(page: CardPage, painted: PaintedMention, place: DisputedPlace, near: Point | undefined) {
    this.#page = page;
    this.#painted = painted;
    this.#place = place;
    this.#draw();
    this.#host.open(painted, near);
    this.#focus = watchOpenCard(this.#host, this.#events(), this.#life.signal);
    this.#host.say(() => {
      const all = page.marks.findAll();
      return createPageWords().t('landing_said', all.indexOf(painted) + 1, all.length);
    });
  }

  owns(target: EventTarget): boolean {
    return target === this.#host.host;
  }

  /** As the settings and the words are now; nothing when it has been closed. */
  redraw(): void {
    if (!this.#life.signal.aborted) this.#draw();
  }

  close(atOnce: boolean): void {
    if (!this.#life.signal.aborted) this.#focus.giveBack();
    this.#life.abort();
    this.#host.close(atOnce);
  }

  #events() {
    return {
      findShown: () => this.#painted,
      isPinned: () => false,
      onBack: () => {},
      onHold: (held: boolean) => this.#page.dispatch({ type: 'hold', held }),
      onEnd: (atOnce: boolean) => this.#end(atOnce),
    };
  }

  #end(atOnce: boolean): void {
    this.close(atOnce);
    this.#page.dispatch({ type: 'close' });
  }

  #draw(): void {
    const settings = this.#page.findSettings();
    drawInCard(
      this.#host,
      <DisputedView
        place={this.#place}
        words={createPageWords()}
        theme={findCardTheme(settings, parentElementOf(this.#painted.range.startContainer))}
        layout={this.#host.shape === 'sheet' ? 'sheet' : 'popover'}
        sizes={settings}
        onClose={() => this.#end(false)}
      />,
    );
  }
}
