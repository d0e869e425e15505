import type { OwnChange } from './tamper-watch.ts';

/**
 * Places a card with its first sections alone where they fill it already, and brings the rest, which is not in sight,
 * a frame later: what nobody sees yet does not hold up what is seen. Where there is room for more, all is there at once.
 */
export function placeFirstPart(
  frame: HTMLElement,
  place: () => void,
  change: OwnChange,
  signal: AbortSignal,
): void {
  change(() => {
    frame.dataset['part'] = 'first';
  });
  place();
  const showAll = () => change(() => frame.removeAttribute('data-part'));
  const scroller = frame.querySelector('.scroll');
  if (scroller !== null && scroller.scrollHeight > scroller.clientHeight) {
    requestAnimationFrame(() => setTimeout(() => signal.aborted || showAll()));
  } else {
    showAll();
    place();
  }
}
