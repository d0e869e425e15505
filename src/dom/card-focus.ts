import type { CardHost } from './card-host.ts';
import { isAttached } from './safe-dom.ts';

/** The keyboard's focus in a card and beside it. */
export interface CardFocus {
  readonly isInside: () => boolean;
  /** Tab: into the card, on in it, and out of it to where one came from. */
  readonly walk: (event: KeyboardEvent) => void;
  /** Gives the focus back to where it was before it went into the card, if it is in the card. */
  readonly giveBack: () => void;
}

const focusable = 'a[href], button:enabled';

function findStops(frame: HTMLElement): readonly HTMLElement[] {
  const found = frame.querySelectorAll<HTMLElement>(focusable);
  return Array.from(found).filter((element) => element.checkVisibility({ visibilityProperty: true }));
}

function focusOn(element: HTMLElement): void {
  HTMLElement.prototype.focus.call(element, { preventScroll: true });
}

/** `onEnter` hears from where the focus comes into the card, `onHold` whether a key has brought it there. */
function watchMoves(
  frame: HTMLElement,
  onEnter: (from: HTMLElement) => void,
  onHold: (held: boolean) => void,
  signal: AbortSignal,
): void {
  const onIn = ({ relatedTarget, target }: FocusEvent) => {
    // From nowhere: most often a control had the focus that has just been drawn away, so what was known still holds.
    if (relatedTarget instanceof HTMLElement && !frame.contains(relatedTarget)) onEnter(relatedTarget);
    if ((target as Element).matches(':focus-visible')) onHold(true);
  };
  const onOut = ({ relatedTarget }: FocusEvent) => {
    if (!frame.contains(relatedTarget as Element | null)) onHold(false);
  };
  const options = { signal, capture: true };
  frame.addEventListener('focusin', onIn, options);
  frame.addEventListener('focusout', onOut, options);
}

/** Follows the focus into the card and out of it; `onHold` tells whether a key has brought it there. */
export function watchCardFocus(
  { shadow, frame }: CardHost,
  onHold: (held: boolean) => void,
  signal: AbortSignal,
): CardFocus {
  let before: HTMLElement | undefined;
  let hasWalkedOut = false;
  const isInside = () => shadow.activeElement !== null;

  const giveBack = () => {
    hasWalkedOut = false;
    if (!isInside()) return;
    if (before !== undefined && isAttached(before)) focusOn(before);
    else (shadow.activeElement as HTMLElement | null)?.blur();
  };
  const leave = () => {
    giveBack();
    hasWalkedOut = true;
  };
  const enter = (event: KeyboardEvent) => {
    if (hasWalkedOut || event.shiftKey) return;
    event.preventDefault();
    focusOn(findStops(frame)[0] ?? frame);
  };
  const walk = (event: KeyboardEvent) => {
    if (!isInside()) return enter(event);
    const stops = findStops(frame);
    const inside = shadow.activeElement;
    if (event.shiftKey && (inside === stops[0] || inside === frame)) {
      event.preventDefault();
      leave();
    }
    // Not prevented: from the place that had the focus the browser walks on by itself.
    if (!event.shiftKey && inside === stops.at(-1)) leave();
  };

  watchMoves(frame, (from) => (before = from), onHold, signal);
  return { isInside, walk, giveBack };
}
