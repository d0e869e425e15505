import { type CardFocus, watchCardFocus } from './card-focus.ts';
import type { CardHost } from './card-host.ts';
import { isPlainKey, swallowKeyUp } from './key-up.ts';

/** What the keys do in an open card. */
export interface CardKeyActions {
  readonly onClose: () => void;
  readonly onBack: () => void;
  /** Keyboard focus went into the card or out of it. */
  readonly onHold: (held: boolean) => void;
}

/**
 * The keyboard while a card is open: Escape closes only it, Tab walks in and out, and no key that is typed in it
 * reaches the page's own shortcuts.
 */
export function watchCardKeys(card: CardHost, actions: CardKeyActions, signal: AbortSignal): CardFocus {
  const focus = watchCardFocus(card, actions.onHold, signal);
  const onKey = (event: KeyboardEvent) => {
    const isInside = focus.isInside();
    const isEscape = event.key === 'Escape';
    if (isInside || isEscape) event.stopImmediatePropagation();
    if (!event.isTrusted || event.type !== 'keydown' || event.isComposing || !isPlainKey(event)) return;
    if (isEscape) {
      event.preventDefault();
      swallowKeyUp('Escape');
      actions.onClose();
    } else if (event.key === 'Tab') focus.walk(event);
    else if (event.key === 'Backspace' && isInside) {
      event.preventDefault();
      actions.onBack();
    }
  };
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    addEventListener(type, onKey, { capture: true, signal });
  }
  return focus;
}
