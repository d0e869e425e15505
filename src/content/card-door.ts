import type { CardContext } from '../core/card-context.ts';
import type { Point } from '../core/geometry.ts';
import type { HoverEvent, OpenedBy } from '../core/hover-state.ts';
import type { TermKey } from '../core/ids.ts';
import type { Settings } from '../core/settings.ts';
import type { PaintedMention, PaintedMentions } from '../dom/painted.ts';

/** What cards need of the page that they open on. */
export interface CardPage {
  readonly marks: PaintedMentions;
  readonly contextOf: (painted: PaintedMention) => CardContext;
  readonly findSettings: () => Settings;
  /** Told of every Term whose card comes into sight. */
  readonly onShown: (term: TermKey) => void;
  /** Tells the hover state what happened in the card. */
  readonly dispatch: (event: HoverEvent) => void;
  readonly signal: AbortSignal;
}

/** The cards of one page; at most one is open. */
export interface Cards {
  readonly ask: (painted: PaintedMention) => void;
  readonly build: (painted: PaintedMention) => void;
  readonly open: (painted: PaintedMention, by: OpenedBy, near: Point | undefined) => void;
  readonly close: () => void;
  /** Whether an event's target is the card. */
  readonly owns: (target: EventTarget | null) => boolean;
  /** Draws what is open anew, after the reader chose another look or language. */
  readonly redraw: () => void;
  /** Goes to the next or previous Mention; false when there is none. */
  readonly step: (direction: 'next' | 'previous') => boolean;
}

export type CreateCards = (page: CardPage) => Cards;

/**
 * The two scripts of one frame meet on the global of the extension's own world, which no page can see: the card's
 * code, loaded on first need, leaves its one function there.
 */
const door = Symbol.for('sidelight.cards');

/** Called by the card's code when it has been loaded. */
export function openDoor(create: CreateCards): void {
  Reflect.set(globalThis, door, create);
}

/** What the card's code left; nothing before it has been loaded. */
export function findDoor(): CreateCards | undefined {
  return Reflect.get(globalThis, door) as CreateCards | undefined;
}
