import { ask, watchSettings } from '../browser/page-api.ts';
import { preparePageWords } from '../browser/page-words.ts';
import type { Point } from '../core/geometry.ts';
import { findWakeAt, findWanted, initialHover, reduceHover } from '../core/hover.ts';
import type { HoverEvent, HoverRules, Over, Wanted } from '../core/hover-state.ts';
import { dwellPresets } from '../core/hover-timing.ts';
import { findHit } from '../dom/hit-test.ts';
import type { PaintedMention } from '../dom/painted.ts';
import { type CardPage, type Cards, type CreateCards, findDoor } from './card-door.ts';
import { watchTaps } from './tap-controller.ts';

/** What opens cards on one page. */
export interface CardOpener {
  /** Goes to the next or previous Mention, loading the card's code on first need. */
  readonly step: (direction: 'next' | 'previous') => boolean;
}

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

/** Follows the pointer and opens cards; nothing runs while it rests away from every Mention. */
export function createCardOpener(base: OpenerPage): CardOpener {
  const { marks, signal } = base;
  let state = initialHover;
  let wanted: Wanted = { type: 'nothing' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cards: Cards | undefined;
  let loading: Promise<void> | undefined;

  const findRules = (): HoverRules => ({ dwellMs: dwellPresets[base.findSettings().pace] });
  const findPainted = (id: number) => marks.findAll().find((painted) => painted.id === id);

  const load = async () => {
    const prepared = preparePageWords(base.findSettings().language);
    const create = await (base.load ?? loadTermCards)();
    await prepared;
    if (!signal.aborted) cards = create?.({ ...base, dispatch });
  };

  const act = (now: Wanted, loaded: Cards) => {
    if (now.type === 'nothing') return loaded.close();
    const painted: PaintedMention | undefined = findPainted(now.id);
    if (painted === undefined) return dispatch({ type: 'close' });
    if (now.type === 'open') loaded.open(painted, now.by, state.point);
    else loaded[now.type](painted);
  };

  const follow = () => {
    if (cards !== undefined) return act(wanted, cards);
    if (wanted.type === 'nothing') return;
    loading ??= load();
    // What is wanted may have changed while the code was being loaded.
    void loading.then(() => cards && act(wanted, cards));
  };

  const setTimer = () => {
    clearTimeout(timer);
    const wakeAt = findWakeAt(state, findRules());
    if (wakeAt === undefined) return;
    const delayMs = Math.max(0, Math.ceil(wakeAt - performance.now()));
    timer = setTimeout(() => dispatch({ type: 'tick', at: performance.now() }), delayMs);
  };

  function dispatch(event: HoverEvent): void {
    if (signal.aborted) return;
    const before = state.phase;
    state = reduceHover(state, event, findRules());
    // A timer may fire a fraction early: then nothing has changed yet, but the tick is still due.
    if (event.type === 'tick' || state.phase !== before) setTimer();
    if (state.phase === before) return;
    const next = findWanted(state);
    const isSame =
      next.type === wanted.type && ('id' in next ? next.id : 0) === ('id' in wanted ? wanted.id : 0);
    wanted = next;
    if (!isSame) follow();
  }

  const findOver = (event: MouseEvent): Over => {
    if (cards?.owns(event.target)) return { type: 'card' };
    const target = event.composedPath()[0];
    if (!(target instanceof Element)) return { type: 'page' };
    const point = { x: event.clientX, y: event.clientY };
    const hit = base.isTaken?.(point, target) ? undefined : findHit(marks, point, target);
    return hit === undefined ? { type: 'page' } : { type: 'mention', id: hit.id };
  };

  const onMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    if (marks.findAll().length === 0 && state.phase.type === 'idle') return;
    // A pressed button means selecting or dragging, not reading on.
    const over: Over = event.buttons === 0 ? findOver(event) : { type: 'page' };
    const point = { x: event.clientX, y: event.clientY };
    dispatch({ type: 'move', at: event.timeStamp, point, over });
  };

  const onOut = (event: PointerEvent) => {
    const to = event.relatedTarget;
    const isGone = to === null || to instanceof HTMLIFrameElement;
    if (event.isTrusted && isGone && event.pointerType !== 'touch')
      dispatch({ type: 'leave', at: event.timeStamp });
  };

  const onDown = (event: PointerEvent) => {
    if (event.isTrusted && event.pointerType !== 'touch') dispatch({ type: 'press', over: findOver(event) });
  };

  const listen = { capture: true, passive: true, signal };
  addEventListener('pointermove', onMove, listen);
  addEventListener('pointerout', onOut, listen);
  addEventListener('pointerdown', onDown, listen);
  addEventListener('scroll', () => dispatch({ type: 'scroll' }), listen);
  watchSettings((settings) => {
    void loading?.then(() => preparePageWords(settings.language)).then(() => cards?.redraw());
  }, signal);
  watchTaps(findOver, () => state.phase, dispatch, signal);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });

  const whenLoaded = (then: (loaded: Cards) => void): boolean => {
    if (marks.findAll().length === 0) return false;
    loading ??= load();
    void loading.then(() => cards && then(cards));
    return true;
  };

  return {
    step: (direction) => whenLoaded((loaded) => loaded.step(direction)),
  };
}
