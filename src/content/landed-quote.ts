import { quoteStages } from '../core/quote-style.ts';
import { findBoxes } from '../dom/hit-test.ts';
import { elementAround, scrollToElement } from '../dom/safe-dom.ts';

/** How long the found quotation stands out before it goes quiet, ms: time to find it and begin to read. */
const brightForMs = 4000;
/** Between two steps of the fading, ms. */
const stepMs = 400;

/** The mark on the words that a citation led to. */
export interface LandedQuote {
  /** Paints these words; strongly at first. */
  readonly show: (range: StaticRange) => void;
  /** Scrolls to them where they are not in view; false when they are gone. */
  readonly go: () => boolean;
  readonly isStale: () => boolean;
}

/** Marks a quotation through highlights of its own: the page's DOM stays as it is. */
export function createLandedQuote(name: string, signal: AbortSignal): LandedQuote {
  const stages = quoteStages(name);
  let shown: StaticRange | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const clear = () => {
    clearTimeout(timer);
    for (const stage of stages) CSS.highlights.delete(stage);
  };
  const paint = (stage: number) => {
    clear();
    const now = stages[stage];
    if (shown === undefined || now === undefined) return;
    CSS.highlights.set(now, new Highlight(shown));
    if (stage + 1 < stages.length)
      timer = setTimeout(() => paint(stage + 1), stage === 0 ? brightForMs : stepMs);
  };
  signal.addEventListener('abort', clear, { once: true });

  return {
    show(range) {
      shown = range;
      paint(0);
    },
    go() {
      const [box] = shown === undefined ? [] : findBoxes(shown);
      const element = shown && elementAround(shown.startContainer);
      if (box === undefined || element === undefined) return false;
      // The browser's own text fragment may have brought it into view already.
      const isSeen = box.top >= 0 && box.bottom <= innerHeight;
      if (!isSeen) scrollToElement(element, { block: 'center', behavior: 'instant' });
      paint(0);
      return true;
    },
    isStale: () => shown === undefined || findBoxes(shown).length === 0,
  };
}
