import { elementAround, isElement } from './safe-dom.ts';

/** Tells hidden text from visible, and when hidden text appears. */
export interface Visibility {
  /** Whether a block is rendered and not hidden. A hidden one is remembered until it appears. */
  readonly isVisible: (block: Node) => boolean;
}

/**
 * Calls back when a block that was hidden comes into view, such as a menu, a fold or a tab of a page.
 * The browser watches; no timer runs and no change of style is listened to.
 */
export function watchVisibility(onAppear: () => void, signal: AbortSignal): Visibility {
  const observer = new IntersectionObserver((entries) => {
    const appeared = entries.filter(({ isIntersecting }) => isIntersecting);
    for (const { target } of appeared) observer.unobserve(target);
    if (appeared.length > 0) onAppear();
  });
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    isVisible: (block) => {
      const element = isElement(block) ? block : elementAround(block);
      if (!element || isRendered(element)) return true;
      observer.observe(element);
      return false;
    },
  };
}

const checkVisibility = Element.prototype.checkVisibility;

function isRendered(element: Element): boolean {
  return checkVisibility.call(element, { visibilityProperty: true });
}
