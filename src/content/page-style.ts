import { ask } from '../browser/page-api.ts';
import type { MarkNames } from '../core/mark-style.ts';
import { adoptedSheets } from '../dom/safe-document.ts';
import { createSheet } from '../dom/style-sheet.ts';

/** The style of one page's highlights. */
export interface PageStyle {
  /** Brings it to the document, once. */
  readonly bring: () => Promise<void>;
  /** Gives it to a document or shadow root by a sheet of its own, however often it is asked; others are passed over. */
  readonly giveTo: (root: Node) => void;
}

/**
 * The style comes from outside the page, which cannot list it then; where that fails the document is given these
 * rules, which are the same.
 */
export function createPageStyle(
  names: MarkNames & { readonly quote?: string },
  rules: string,
  signal: AbortSignal,
): PageStyle {
  const styled = new WeakSet<Node>();
  let isBrought = false;

  // Firefox does not apply a document's highlight rules in shadow roots.
  const giveTo = (root: Node): void => {
    if (!(root instanceof ShadowRoot) && !(root instanceof Document)) return;
    if (styled.has(root)) return;
    styled.add(root);
    const sheet = createSheet(rules);
    const sheets = adoptedSheets(root);
    sheets.set([...sheets.get(), sheet]);
    signal.addEventListener('abort', () => sheets.set(sheets.get().filter((other) => other !== sheet)));
  };

  return {
    async bring() {
      if (isBrought) return;
      isBrought = true;
      if (!(await ask({ type: 'page.style', ...names }))) giveTo(document);
    },
    giveTo,
  };
}
