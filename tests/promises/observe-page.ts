import type { Page } from 'puppeteer-core';

/** All that a page can tell of itself; two visits can be compared field by field. */
export interface Observation {
  readonly html: string;
  /** Kinds of changes since the first script that the parser did not make. */
  readonly changes: readonly string[];
  readonly globals: readonly string[];
  readonly messages: number;
  readonly frames: number;
  readonly sheets: readonly number[];
  readonly entries: readonly string[];
}

interface Spy {
  readonly changes: string[];
  messages: number;
}

/** Installed before the page's first script: what any page could do to notice an extension. */
export function spyOnPage(): void {
  const spy: Spy = { changes: [], messages: 0 };
  Object.defineProperty(document, 'spy', { value: spy, enumerable: false });
  const observer = new MutationObserver((records) => {
    if (document.readyState === 'loading') return;
    for (const { type, target } of records) spy.changes.push(`${type} ${target.nodeName}`);
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  // What the parser did last is told only now, and how much that is depends on the machine.
  document.addEventListener('readystatechange', () => observer.takeRecords(), { once: true });
  addEventListener('message', () => (spy.messages += 1), true);
}

/** Asks the page what it knows. */
export function observePage(page: Page): Promise<Observation> {
  return page.evaluate(() => {
    const { spy } = document as unknown as { readonly spy: Spy };
    return {
      html: document.documentElement.outerHTML,
      changes: [...spy.changes],
      globals: Object.getOwnPropertyNames(window).sort(),
      messages: spy.messages,
      frames: window.length,
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      entries: performance.getEntries().map(({ name }) => name),
    };
  });
}
