import { findLiveRange } from './hit-test.ts';
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

/** Asks whether another dialog is modal than when the card opened. */
function createModalCheck(onModal: () => void, signal: AbortSignal): () => void {
  const modal = findElement(modalDialog);
  return () => {
    if (!signal.aborted && findElement(modalDialog) !== modal) onModal();
  };
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
  const check = () => {
    if (signal.aborted) return;
    const shown = findShown();
    if (location.href !== href) return onEnd('navigated');
    // Asks for no layout: a busy page changes many times a frame. What only hides the term is seen when it moves.
    if (shown !== undefined && findLiveRange(shown.range) === undefined) onEnd('term-gone');
  };
  const checkModal = createModalCheck(() => onEnd('modal'), signal);
  const observer = new MutationObserver((records) => {
    check();
    if (records.some(({ type }) => type === 'attributes')) checkModal();
  });
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
  if (shown !== undefined) observe(rootOf(shown.range.startContainer));
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  addEventListener('toggle', checkModal, { capture: true, signal });
  for (const type of ['popstate', 'hashchange', 'pagehide']) {
    addEventListener(type, () => onEnd('navigated'), { signal });
  }
  findNavigation()?.addEventListener('navigatesuccess', check, { signal });
  listenToDocument('visibilitychange', () => isOutOfSight() && onEnd('hidden'), signal);
}
