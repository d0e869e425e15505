import { ask, isBack } from '../browser/page-api.ts';
import type { TermKey } from '../core/ids.ts';

/** Tells badge and panel which terms the page has and where each comes first: only when that changes. */
export class ToldTerms {
  #count = 0;
  #told = '';

  constructor(signal: AbortSignal) {
    // While a page is kept for "back" its badge goes; it is painted anew when it comes back, and then told.
    addEventListener('pageshow', (event) => isBack(event) && this.#forget(), { signal });
  }

  /** By term, the id of its first Mention. */
  tell(firsts: ReadonlyMap<TermKey, number>): void {
    const list = [...firsts].join();
    if (list === this.#told) return;
    this.#told = list;
    this.#count = firsts.size;
    this.tellAgain();
  }

  /** Lists outside the page are to ask for it anew. */
  tellAgain(): void {
    void ask({ type: 'page.changed', count: this.#count });
  }

  #forget(): void {
    this.#told = '';
  }
}
