import type { CardHost } from './card-host.ts';
import { sheetLastStop } from './card-host-style.ts';

/** A drag shorter than this, CSS px, is a tap on the handle. */
const dragLeastPx = 10;

/** Pulled down this far below where it stood, CSS px, a sheet is sent away. */
const dismissPx = 60;

/** Lets a finger pull a sheet up to its last stop by the handle, and away. */
export function watchSheetDrag(card: CardHost, onDismiss: () => void, signal: AbortSignal): void {
  const { frame, change } = card;
  let startY: number | undefined;
  let startHeight = 0;

  const settle = (upPx: number) => {
    if (upPx < -dismissPx) return onDismiss();
    change(() => {
      frame.style.removeProperty('block-size');
      const isUp = Math.abs(upPx) < dragLeastPx ? frame.dataset.stop !== 'last' : upPx > 0;
      frame.dataset.stop = isUp ? 'last' : 'first';
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
    const px = Math.min(startHeight + startY - event.clientY, sheetLastStop * innerHeight);
    change(() => frame.style.setProperty('block-size', `${px}px`));
  };
  const onEnd = (event: PointerEvent) => {
    if (startY === undefined || !event.isTrusted) return;
    const upPx = event.type === 'pointercancel' ? 0 : startY - event.clientY;
    startY = undefined;
    settle(upPx);
  };
  frame.addEventListener('pointerdown', onDown, { signal });
  frame.addEventListener('pointermove', onMove, { signal });
  frame.addEventListener('pointerup', onEnd, { signal });
  frame.addEventListener('pointercancel', onEnd, { signal });
}
