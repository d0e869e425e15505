import { findBoxes } from './hit-test.ts';
import type { PaintedMention } from './painted.ts';
import { findElement, isOutOfSight, listenToDocument } from './safe-document.ts';
import { rootOf } from './safe-dom.ts';

/** A fullscreen element is modal too, but a card moves into it and out of it. */
const modalDialog = 'dialog:modal';

/** Why a card goes without its reader asking for it. */
export type CardEnd = 'term-gone' | 'navigated' | 'hidden' | 'modal';

/** The newer navigation interface, where the browser has it: the only sign of a `pushState`. */
function findNavigation(): EventTarget | undefined {
  return (window as { navigation?: EventTarget }).navigation;
}

/**
 * Watches for what ends an open card: its term leaves the page, the page navigates, the tab hides, the page opens a
 * modal dialog beside it. `findShown` tells the term that the card is open for.
 */
export function watchCardEnd(
  findShown: () => PaintedMention | undefined,
  onEnd: (why: CardEnd) => void,
  signal: AbortSignal,
): void {
  const { href } = location;
  const modal = findElement(modalDialog);
  const check = () => {
    if (signal.aborted) return;
    const shown = findShown();
    if (location.href !== href) return onEnd('navigated');
    if (findElement(modalDialog) !== modal) return onEnd('modal');
    if (shown !== undefined && findBoxes(shown.range).length === 0) onEnd('term-gone');
  };
  const observer = new MutationObserver(check);
  const observe = (root: Node) => {
    observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['open'],
    });
  };
  const shown = findShown();
  observe(document);
  if (shown !== undefined && rootOf(shown.range.startContainer) !== document) {
    observe(rootOf(shown.range.startContainer));
  }
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  addEventListener('toggle', check, { capture: true, signal });
  addEventListener('popstate', () => onEnd('navigated'), { signal });
  addEventListener('hashchange', () => onEnd('navigated'), { signal });
  addEventListener('pagehide', () => onEnd('navigated'), { signal });
  findNavigation()?.addEventListener('navigatesuccess', check, { signal });
  listenToDocument('visibilitychange', () => isOutOfSight() && onEnd('hidden'), signal);
}
