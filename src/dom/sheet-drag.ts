import type { CardHost } from './card-host.ts';
import { sheetLastStop } from './card-host-style.ts';

/** A drag shorter than this, CSS px, is a tap on the handle. */
const dragLeastPx = 10;

/** Pulled in this far from where it stood, CSS px, a sheet is sent away. */
const dismissPx = 60;

/** How far a pull over the screen pulls the sheet open: one that hangs from the top opens downwards. */
function toOpenPx(frame: HTMLElement, downPx: number): number {
  return frame.dataset['side'] === 'above' ? downPx : -downPx;
}

/** Lets a finger pull a sheet open to its last stop by the handle, and away over its edge of the screen. */
export function watchSheetDrag(card: CardHost, onDismiss: () => void, signal: AbortSignal): void {
  const { frame, change } = card;
  let startY: number | undefined;
  let startHeight = 0;

  const settle = (openPx: number) => {
    if (openPx < -dismissPx) return onDismiss();
    change(() => {
      frame.style.removeProperty('block-size');
      const isOpen = Math.abs(openPx) < dragLeastPx ? frame.dataset.stop !== 'last' : openPx > 0;
      frame.dataset.stop = isOpen ? 'last' : 'first';
    });
  };
  const onDown = (event: PointerEvent) => {
    const handle = (event.target as Element).closest('.handle');
    if (!event.isTrusted || handle === null) return;
    startY = event.clientY;
    startHeight = frame.offsetHeight;
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
  };
  const onMove = (event: PointerEvent) => {
    if (startY === undefined || !event.isTrusted) return;
    const px = Math.min(startHeight + toOpenPx(frame, event.clientY - startY), sheetLastStop * innerHeight);
    change(() => frame.style.setProperty('block-size', `${px}px`));
  };
  const onEnd = (event: PointerEvent) => {
    if (startY === undefined || !event.isTrusted) return;
    const openPx = event.type === 'pointercancel' ? 0 : toOpenPx(frame, event.clientY - startY);
    startY = undefined;
    settle(openPx);
  };
  frame.addEventListener('pointerdown', onDown, { signal });
  frame.addEventListener('pointermove', onMove, { signal });
  frame.addEventListener('pointerup', onEnd, { signal });
  frame.addEventListener('pointercancel', onEnd, { signal });
}
