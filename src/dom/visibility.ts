import { elementAround, isElement } from './safe-dom.ts';

/** What a reader does that may show what the style of a page hides in its place. */
const SIGNS = ['pointermove', 'pointerup', 'keyup', 'scroll', 'focus', 'transitionend'];
/** Hidden text is asked about so seldom while there are signs, ms. */
const ASK_MS = 300;

/** Tells hidden text from visible, and when hidden text appears. */
export interface Visibility {
  /** Whether a block is rendered and not hidden. A hidden one is remembered until it appears. */
  readonly isVisible: (block: Node) => boolean;
}

/**
 * Calls back when a block that was hidden comes into view, such as a menu, a fold or a tab of a page.
 * The browser watches; no change of style is listened to. Of what keeps its place while it is hidden
 * (`visibility: hidden`) the browser tells nothing: that is asked again when the reader does something.
 */
export function watchVisibility(onAppear: () => void, signal: AbortSignal): Visibility {
  /** Hidden in view. */
  const hidden = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver((entries) => {
    let hasAppeared = false;
    for (const { target, isIntersecting } of entries) {
      const isHidden = !isIntersecting || !isRendered(target);
      if (isIntersecting && isHidden) hidden.add(target);
      else hidden.delete(target);
      if (!isHidden) observer.unobserve(target);
      hasAppeared ||= !isHidden;
    }
    if (hasAppeared) onAppear();
  });
  const onSign = (): void => {
    if (hidden.size > 0) timer ??= setTimeout(askAgain, ASK_MS);
  };
  const askAgain = (): void => {
    timer = undefined;
    for (const element of hidden) observeAnew(observer, element);
  };
  for (const type of SIGNS) addEventListener(type, onSign, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return {
    isVisible: (block) => {
      const element = isElement(block) ? block : elementAround(block);
      if (!element || isRendered(element)) return true;
      // An element without a box of its own shows what the one around it shows.
      const box = findBox(element);
      if (box !== element && isRendered(box)) return true;
      observer.observe(box);
      return false;
    },
  };
}

function findBox(element: Element): Element {
  const around = getComputedStyle(element).display === 'contents' && elementAround(element);
  return around ? findBox(around) : element;
}

/** Then the browser tells of it anew, after it has laid the page out for itself. */
function observeAnew(observer: IntersectionObserver, element: Element): void {
  observer.unobserve(element);
  observer.observe(element);
}

const checkVisibility = Element.prototype.checkVisibility;

function isRendered(element: Element): boolean {
  return checkVisibility.call(element, { visibilityProperty: true });
}
