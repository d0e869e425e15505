import type { CardHost } from './card-host.ts';
import { swallowKeyUp } from './key-up.ts';
import { isAttached } from './safe-dom.ts';

/** What keys in the card and on the page ask for. */
export interface CardKeyActions {
  readonly onClose: () => void;
  readonly onBack: () => void;
  /** Keyboard focus went into the card or out of it. */
  readonly onHold: (held: boolean) => void;
}

/** What the focus can be given back by. */
export interface CardKeys {
  /** Gives the focus back to where it was before it went into the card, if it is in the card. */
  readonly returnFocus: () => void;
}

const focusable = 'a[href], button:not([disabled]), summary, [tabindex="0"]';

function findStops(frame: HTMLElement): readonly HTMLElement[] {
  const found = frame.querySelectorAll<HTMLElement>(focusable);
  return Array.from(found).filter((element) => element.checkVisibility({ visibilityProperty: true }));
}

function isPlain(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.altKey && !event.metaKey;
}

/**
 * The keyboard while a card is open: Escape closes only it, Tab walks in and out, and no key that is typed in it
 * reaches the page's own shortcuts.
 */
export function watchCardKeys(card: CardHost, actions: CardKeyActions, signal: AbortSignal): CardKeys {
  const { shadow, frame } = card;
  let before: HTMLElement | undefined;
  let hasWalkedOut = false;

  const leave = () => {
    hasWalkedOut = true;
    if (before !== undefined && isAttached(before))
      HTMLElement.prototype.focus.call(before, { preventScroll: true });
    else (shadow.activeElement as HTMLElement | null)?.blur();
  };

  const walk = (event: KeyboardEvent) => {
    const stops = findStops(frame);
    const inside = shadow.activeElement;
    if (inside === null) {
      if (hasWalkedOut || event.shiftKey) return;
      event.preventDefault();
      (stops[0] ?? frame).focus({ preventScroll: true });
      return;
    }
    const isAtStart = inside === stops[0] || inside === frame;
    if (event.shiftKey && isAtStart) {
      event.preventDefault();
      leave();
    }
    // Not prevented: from the place that had the focus the browser walks on by itself.
    if (!event.shiftKey && inside === stops.at(-1)) leave();
  };

  const onKey = (event: KeyboardEvent) => {
    const isInside = shadow.activeElement !== null;
    const isEscape = event.key === 'Escape';
    if (isInside || isEscape) event.stopImmediatePropagation();
    if (!event.isTrusted || event.type !== 'keydown' || event.isComposing || !isPlain(event)) return;
    if (isEscape) {
      event.preventDefault();
      swallowKeyUp('Escape');
      actions.onClose();
    } else if (event.key === 'Tab') walk(event);
    else if (event.key === 'Backspace' && isInside) {
      event.preventDefault();
      actions.onBack();
    }
  };

  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    addEventListener(type, onKey, { capture: true, signal });
  }
  const focused = { signal, capture: true };
  frame.addEventListener(
    'focusin',
    ({ relatedTarget, target }) => {
      // From nowhere: most often a control had the focus that has just been drawn away, so `before` still holds.
      if (relatedTarget instanceof HTMLElement && !frame.contains(relatedTarget)) before = relatedTarget;
      if ((target as Element).matches(':focus-visible')) actions.onHold(true);
    },
    focused,
  );
  frame.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && frame.contains(relatedTarget))) actions.onHold(false);
    },
    focused,
  );
  return {
    returnFocus: () => {
      if (shadow.activeElement !== null) leave();
    },
  };
}
