import type { CardHost } from './card-host.ts';
import { findBody, listenToDocument } from './safe-document.ts';

/**
 * Keeps an open card beside its term while the page scrolls or shifts, the window changes or the card grows, once a
 * frame at most; `onLost` when the term has left the screen.
 */
export function watchCardPlace(card: CardHost, onLost: () => void, signal: AbortSignal): void {
  let frame = 0;
  const follow = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (!signal.aborted && !card.follow(false)) onLost();
    });
  };
  const listen = { capture: true, passive: true, signal };
  addEventListener('scroll', follow, listen);
  addEventListener('resize', follow, listen);
  visualViewport?.addEventListener('resize', follow, listen);
  listenToDocument('fullscreenchange', () => card.rehome(), signal);
  let isPlaced = false;
  const growth = new ResizeObserver(() => {
    // The first word comes of being watched at all.
    if (isPlaced && !signal.aborted && !card.follow(true)) onLost();
    isPlaced = true;
  });
  growth.observe(card.frame);
  // What comes in above the term, such as a picture, moves it and makes the page longer.
  const body = findBody();
  if (body !== undefined) growth.observe(body);
  signal.addEventListener(
    'abort',
    () => {
      growth.disconnect();
      cancelAnimationFrame(frame);
    },
    { once: true },
  );
}
