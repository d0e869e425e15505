// Both run inside a page or a card, so each sees only its arguments.

/** Texts that a reader cannot read whole: cut off by their box, or beyond the edge of what can be scrolled to. */
export function findLayoutFaults(root: Document | ShadowRoot): string[] {
  const width = document.documentElement.clientWidth;
  const faults = new Set<string>();
  const hides = (way: string): boolean => way === 'hidden' || way === 'clip';
  const scrolls = (way: string): boolean => way === 'auto' || way === 'scroll';
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const text = [...element.childNodes].find((node) => node.nodeType === 3 && node.textContent?.trim());
    // A clamped note has its "Read on" beside it.
    if (!text || element.closest('style, script, svg, option, .unseen, .said, .clamped')) continue;
    if (element.getBoundingClientRect().width === 0 || getComputedStyle(element).visibility === 'hidden')
      continue;
    const words = `${element.localName}.${element.className} “${text.textContent?.trim().slice(0, 30)}”`;
    const range = document.createRange();
    range.selectNodeContents(text);
    const seen = range.getBoundingClientRect();
    let [isSidewaysFree, isUprightFree] = [false, false];
    for (let at: HTMLElement | null = element; at; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      const frame = at.getBoundingClientRect();
      // In a box that scrolls, everything can be reached.
      isSidewaysFree ||= scrolls(overflowX);
      isUprightFree ||= scrolls(overflowY);
      if (!isSidewaysFree && hides(overflowX) && (seen.left < frame.left - 1 || seen.right > frame.right + 1))
        faults.add(`${words} is cut off sideways`);
      if (!isUprightFree && hides(overflowY) && (seen.top < frame.top - 1 || seen.bottom > frame.bottom + 1))
        faults.add(`${words} is cut off below or above`);
    }
    if (!isSidewaysFree && (seen.left < -1 || seen.right > width + 1))
      faults.add(`${words} leaves the viewport`);
  }
  return [...faults];
}

/**
 * Where everything that a reader sees or uses begins and ends, from the viewport's left edge. What runs along in a line
 * of the content's own language is left out: English stays English.
 */
export function readPlaces(
  root: Document | ShadowRoot,
): (readonly [what: string, left: number, right: number])[] {
  const all = root.querySelectorAll(
    'main, h1, h2, h3, p, li, button, input, select, a, label, legend, dt, dd',
  );
  const isInLine = (element: Element): boolean => {
    const { display } = getComputedStyle(element);
    const beside = [...(element.parentElement?.childNodes ?? [])];
    return (
      display === 'inline' ||
      (display.startsWith('inline') && beside.some((node) => node.nodeType === 3 && node.textContent?.trim()))
    );
  };
  return [...all]
    .filter((element) => !element.closest('svg, .unseen, table') && !isInLine(element))
    .filter((element) => element.getBoundingClientRect().width > 0)
    .map((element) => {
      const { left, right } = element.getBoundingClientRect();
      const text = element.textContent
        ?.replace(/[\u202c\u202e]/g, '')
        .trim()
        .slice(0, 30);
      return [`${element.localName}.${element.className} “${text}”`, left, right] as const;
    });
}
