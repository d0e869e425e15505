import { findCaretAt } from './safe-document.ts';
import { isText } from './safe-dom.ts';

/** Between two looks, CSS px: a line of text is as high. */
const ROW_PX = 24;
/** Where in a row to look, shares of the width: three columns of a page are all met. */
const COLUMNS = [0.2, 0.5, 0.8];
/** A quarter of a second after the last scrolling a reader begins to read, ms. */
const SCROLLED_MS = 250;

/** One text of each line or so that is in view; costs one layout and some milliseconds, whatever the page's size. */
export function findTextsInView(): readonly Text[] {
  const texts = new Set<Text>();
  for (let y = ROW_PX / 2; y < innerHeight; y += ROW_PX) {
    for (const share of COLUMNS) {
      const node = findCaretAt(innerWidth * share, y, []);
      if (node && isText(node)) texts.add(node);
    }
  }
  return [...texts];
}

/** Calls back when scrolling has come to rest, until the signal aborts. */
export function watchScrolled(onRest: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onRest, SCROLLED_MS);
  };
  addEventListener('scroll', wait, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
