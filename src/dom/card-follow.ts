import type { CardHost } from './card-host.ts';
import { listenToDocument } from './safe-document.ts';

/**
 * Keeps an open card beside its term while the page scrolls, the window changes or the card grows, once a frame at
 * most; `onLost` when the term has left the screen.
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
  const growth = new ResizeObserver(() => {
    if (!signal.aborted) card.follow(true);
  });
  growth.observe(card.frame);
  signal.addEventListener(
    'abort',
    () => {
      growth.disconnect();
      cancelAnimationFrame(frame);
    },
    { once: true },
  );
}
