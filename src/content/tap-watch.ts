import type { HoverEvent, HoverPhase, Over } from '../core/hover-state.ts';
import { findClosest } from '../dom/safe-dom.ts';

/** A finger that moved further than this, CSS px, was scrolling or selecting. */
const tapMostPx = 10;

/** Controls of the page whose tap is theirs alone. */
const controls = 'button, summary, label, select, [role="button"], [role="tab"], [role="menuitem"]';

type Tap = 'follow' | 'preview' | 'open' | 'close' | 'nothing';

/** What a tap does: in a link the first previews and the second follows; on a control of the page, what it always does. */
export function decideTap(phase: HoverPhase, over: Over, element: 'link' | 'control' | 'other'): Tap {
  if (over.type === 'card') return 'nothing';
  const isOpen = phase.type === 'open';
  if (over.type === 'page' || element === 'control') return isOpen && !phase.pinned ? 'close' : 'nothing';
  if (element === 'other') return 'open';
  return isOpen && phase.id === over.id ? 'follow' : 'preview';
}

function findElementKind(target: EventTarget | undefined): 'link' | 'control' | 'other' {
  if (!(target instanceof Element)) return 'other';
  if (findClosest(target, 'a[href]') !== undefined) return 'link';
  return findClosest(target, controls) === undefined ? 'other' : 'control';
}

/** Whether the last press was a finger's that hardly moved; ask it with the click that follows. */
function watchFinger(signal: AbortSignal): (click: MouseEvent) => boolean {
  let down: PointerEvent | undefined;
  let movedPx = 0;
  const measure = (event: MouseEvent) => {
    if (down === undefined) return;
    const px = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
    movedPx = Math.max(movedPx, px);
  };
  const onDown = (event: PointerEvent) => {
    down = event.isTrusted ? event : undefined;
    movedPx = 0;
  };
  const listen = { capture: true, passive: true, signal };
  addEventListener('pointerdown', onDown, listen);
  // A click says where the finger came down, not where it went up.
  addEventListener('pointerup', measure, listen);
  return (click) => {
    measure(click);
    return click.isTrusted && down?.pointerType === 'touch' && movedPx <= tapMostPx;
  };
}

/** Opens cards by finger. */
export function watchTaps(
  findOver: (event: MouseEvent) => Over,
  findPhase: () => HoverPhase,
  dispatch: (event: HoverEvent) => void,
  signal: AbortSignal,
): void {
  const isTap = watchFinger(signal);
  const onClick = (event: MouseEvent) => {
    if (!isTap(event)) return;
    const over = findOver(event);
    const tap = decideTap(findPhase(), over, findElementKind(event.composedPath()[0]));
    if (tap === 'preview') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (tap === 'close' || tap === 'follow') dispatch({ type: 'press', over: { type: 'page' } });
    if ((tap === 'open' || tap === 'preview') && over.type === 'mention') {
      dispatch({ type: 'show', id: over.id, by: 'touch' });
    }
  };
  addEventListener('click', onClick, { capture: true, signal });
}
