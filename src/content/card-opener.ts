import { ask } from '../browser/page-api.ts';
import type { Point } from '../core/geometry.ts';
import { findWakeAt, findWanted, initialHover, reduceHover } from '../core/hover.ts';
import type { HoverEvent, HoverRules, Over, Wanted } from '../core/hover-state.ts';
import { dwellPresets } from '../core/hover-timing.ts';
import { findHit } from '../dom/hit-test.ts';
import { type CardPage, type Cards, type CreateCards, findDoor } from './card-door.ts';
import { type CardLoader, createCardLoader } from './card-loader.ts';
import { watchPointer } from './pointer-watch.ts';
import { watchTaps } from './tap-watch.ts';

interface OpenerPage extends Omit<CardPage, 'dispatch'> {
  /** Brings what makes the cards on first need; left out for the cards of terms. */
  readonly load?: () => Promise<CreateCards | undefined>;
  /** Whether other Marks have the first say at this point. */
  readonly isTaken?: (point: Point, target: Element) => boolean;
}

async function loadTermCards(): Promise<CreateCards | undefined> {
  await ask({ type: 'card.load' });
  return findDoor();
}

function isSame(a: Wanted, b: Wanted): boolean {
  return a.type === b.type && ('id' in a ? a.id : 0) === ('id' in b ? b.id : 0);
}

/**
 * Opens the cards of one page by pointer, finger and key; nothing runs while the pointer rests away from every
 * Mention.
 */
export class CardOpener {
  readonly #page: OpenerPage;
  readonly #cards: CardLoader;
  #state = initialHover;
  #wanted: Wanted = { type: 'nothing' };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: OpenerPage) {
    this.#page = page;
    const dispatch = (event: HoverEvent) => this.#dispatch(event);
    const findOver = (event: MouseEvent) => this.#findOver(event);
    const isIdle = () => this.#state.phase.type === 'idle' && page.marks.findAll().length === 0;
    this.#cards = createCardLoader({ ...page, dispatch }, page.load ?? loadTermCards);
    watchPointer({ findOver, isIdle, dispatch }, page.signal);
    watchTaps(findOver, () => this.#state.phase, dispatch, page.signal);
    page.signal.addEventListener('abort', () => clearTimeout(this.#timer), { once: true });
  }

  /** Goes to the next or previous Mention, loading the card's code on first need; false when there is none. */
  step(direction: 'next' | 'previous'): boolean {
    if (this.#page.marks.findAll().length === 0) return false;
    this.#cards.use((cards) => cards.step(direction));
    return true;
  }

  #dispatch(event: HoverEvent): void {
    if (this.#page.signal.aborted) return;
    const before = this.#state.phase;
    const rules: HoverRules = { dwellMs: dwellPresets[this.#page.findSettings().pace] };
    this.#state = reduceHover(this.#state, event, rules);
    const { phase } = this.#state;
    // A timer may fire a fraction early: then nothing has changed yet, but the tick is still due.
    if (event.type === 'tick' || phase !== before) this.#setTimer(rules);
    if (phase === before) return;
    const next = findWanted(this.#state);
    if (isSame(next, this.#wanted)) return;
    this.#wanted = next;
    // Nothing is loaded only to be closed; and what is wanted may change while the code is on its way.
    if (next.type !== 'nothing' || this.#cards.find()) this.#cards.use((cards) => this.#act(cards));
  }

  #setTimer(rules: HoverRules): void {
    clearTimeout(this.#timer);
    const wakeAt = findWakeAt(this.#state, rules);
    if (wakeAt === undefined) return;
    const delayMs = Math.max(0, Math.ceil(wakeAt - performance.now()));
    this.#timer = setTimeout(() => this.#dispatch({ type: 'tick', at: performance.now() }), delayMs);
  }

  /** Does what is wanted now. */
  #act(cards: Cards): void {
    const wanted = this.#wanted;
    const wantedId = wanted.type === 'nothing' ? undefined : wanted.id;
    const painted = this.#page.marks.findAll().find(({ id }) => id === wantedId);
    if (wanted.type === 'nothing') cards.close();
    else if (painted === undefined) this.#dispatch({ type: 'close' });
    else if (wanted.type === 'open') cards.open(painted, wanted.by, this.#state.point);
    else cards[wanted.type](painted);
  }

  #findOver(event: MouseEvent): Over {
    if (this.#cards.find()?.owns(event.target)) return { type: 'card' };
    const target = event.composedPath()[0];
    if (!(target instanceof Element)) return { type: 'page' };
    const { marks, isTaken } = this.#page;
    const point = { x: event.clientX, y: event.clientY };
    const hit = isTaken?.(point, target) ? undefined : findHit(marks, point, target);
    return hit === undefined ? { type: 'page' } : { type: 'mention', id: hit.id };
  }
}
