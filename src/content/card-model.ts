import { ask } from '../browser/page-api.ts';
import type { Card } from '../core/card.ts';
import type { TermKey } from '../core/ids.ts';
import { goBack, goForward, goTo, startTrail, type Trail } from '../core/trail.ts';
import { copyText } from '../dom/clipboard.ts';
import type { PaintedMention } from '../dom/painted.ts';
import type { CardActions, CardNotice } from '../ui/card-actions.ts';
import { createCardChoices } from './card-choices.ts';
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
export class CardModel {
  readonly actions: CardActions;
  readonly #options: CardModelOptions;
  #mention: PaintedMention | undefined;
  #trail: Trail<Card> | undefined;
  #pinned = false;
  #notice: CardNotice | undefined;

  constructor(options: CardModelOptions) {
    this.#options = options;
    this.actions = {
      onTerm: (key) => void this.#openTerm(key),
      onBack: () => this.#move(this.#trail && goBack(this.#trail)),
      onForward: () => this.#move(this.#trail && goForward(this.#trail)),
      onClose: options.onClose,
      onPin: () => this.#pin(),
      onOpenPanel: () => void (this.#trail && ask({ type: 'panel.open', term: this.#trail.at.key })),
      onCopy: (text) => void this.#copy(text),
      ...this.#createChoices(),
    };
  }

  get view(): CardModelView {
    const trail = this.#trail;
    if (trail === undefined) throw new Error('no card has been started');
    return {
      card: trail.at,
      canBack: trail.back.length > 0,
      canForward: trail.ahead.length > 0,
      pinned: this.#pinned,
      ...(this.#notice && { notice: this.#notice }),
    };
  }

  /** Begins anew with the Card of this Mention. */
  start(painted: PaintedMention, card: Card): void {
    this.#mention = painted;
    this.#trail = startTrail(card);
    this.#pinned = false;
    this.#notice = undefined;
  }

  #createChoices() {
    const { page, onClose } = this.#options;
    return createCardChoices({
      ask,
      findCard: () => this.#trail?.at,
      tell: (notice) => this.#tell(notice),
      // Where Sidelight has been switched off only this offer kept the card open.
      onUndone: () => page.signal.aborted && onClose(),
    });
  }

  #tell(notice: CardNotice | undefined): void {
    this.#notice = notice;
    this.#options.onChange();
  }

  #move(next: Trail<Card> | undefined): void {
    if (next === undefined || next === this.#trail) return;
    this.#trail = next;
    this.#tell(undefined);
  }

  async #openTerm(key: TermKey): Promise<void> {
    const { page, request } = this.#options;
    const from = this.#trail;
    // A Term that is reached through another does not stand on the page in these words.
    const findContext = () => {
      const {
        surface: _surface,
        why: _why,
        also: _also,
        ...context
      } = this.#mention ? page.contextOf(this.#mention) : { nearbyWords: [] };
      return context;
    };
    const card = await request(key, key, findContext).done;
    // The reader may have gone elsewhere meanwhile.
    if (card !== undefined && from !== undefined && this.#trail === from) this.#move(goTo(from, card));
  }

  #pin(): void {
    this.#pinned = !this.#pinned;
    this.#options.page.dispatch({ type: 'pin', pinned: this.#pinned });
    this.#options.onChange();
  }

  async #copy(text: string): Promise<void> {
    this.#tell({ type: (await copyText(text)) ? 'copied' : 'copy-failed' });
  }
}
