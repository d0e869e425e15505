import type { HoverEvent, Over } from '../core/hover-state.ts';

export interface PointerWatchOptions {
  /** What an event's pointer is over. */
  readonly findOver: (event: MouseEvent) => Over;
  /** Whether moves matter to nobody now: then nothing is looked up. */
  readonly isIdle: () => boolean;
  readonly dispatch: (event: HoverEvent) => void;
}

function isMouse(event: PointerEvent): boolean {
  return event.isTrusted && event.pointerType !== 'touch';
}

/** Tells the hover state what the mouse or pen does, and that the page scrolls; fingers have their own watch. */
export function watchPointer({ findOver, isIdle, dispatch }: PointerWatchOptions, signal: AbortSignal): void {
  const onMove = (event: PointerEvent) => {
    if (!isMouse(event) || isIdle()) return;
    // A pressed button means selecting or dragging, not reading on.
    const over: Over = event.buttons === 0 ? findOver(event) : { type: 'page' };
    dispatch({ type: 'move', at: event.timeStamp, point: { x: event.clientX, y: event.clientY }, over });
  };
  const onOut = (event: PointerEvent) => {
    const to = event.relatedTarget;
    const isGone = to === null || to instanceof HTMLIFrameElement;
    if (isMouse(event) && isGone) dispatch({ type: 'leave', at: event.timeStamp });
  };
  const onDown = (event: PointerEvent) => {
    if (isMouse(event)) dispatch({ type: 'press', over: findOver(event) });
  };
  const listen = { capture: true, passive: true, signal };
  addEventListener('pointermove', onMove, listen);
  addEventListener('pointerout', onOut, listen);
  addEventListener('pointerdown', onDown, listen);
  addEventListener('scroll', () => dispatch({ type: 'scroll' }), listen);
}
