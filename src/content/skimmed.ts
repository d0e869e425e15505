import { isAttached } from '../dom/safe-dom.ts';

/** More roots than this are taken as the whole document. */
const MOST_ROOTS = 200;

/**
 * What was looked through while the finder was away. The first look knows the names that may mean a Term, and not the
 * words that tell which is meant: these parts are read once more when the finder is there again.
 */
export class Skimmed {
  readonly #roots = new Set<Node>();

  add(root: Node): void {
    if (this.#roots.size >= MOST_ROOTS) {
      this.#roots.clear();
      this.#roots.add(document);
    }
    if (!this.#roots.has(document)) this.#roots.add(root);
  }

  /** Those that are still in the document, once. */
  take(): readonly Node[] {
    const roots = [...this.#roots].filter(isAttached);
    this.#roots.clear();
    return roots;
  }
}
