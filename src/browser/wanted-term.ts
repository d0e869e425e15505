import type { TermKey } from '../core/ids.ts';
import { browser } from './api.ts';

/** How the card's "side panel" reaches a panel that is open, or the one that is about to be. */
const WANTED = 'panel.term';

/** A panel that opens later than this after it was asked for was opened for something else. */
const freshMs = 10_000;

/** Says which Term the side panel is to show; kept for the session only, never on disk. */
export async function wantTerm(term: TermKey): Promise<void> {
  await browser.storage.session.set({ [WANTED]: { term, at: Date.now() } });
}

/** Calls back with each Term that is wanted, the one just asked for included, until the signal aborts. */
export function watchWantedTerm(onWanted: (term: TermKey) => void, signal: AbortSignal): void {
  const take = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const term: unknown = Reflect.get(value, 'term');
    if (typeof term !== 'string' || Date.now() - Number(Reflect.get(value, 'at')) > freshMs) return;
    void browser.storage.session.remove(WANTED);
    onWanted(term as TermKey);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'session') take(changes[WANTED]?.newValue);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
  void browser.storage.session.get(WANTED).then((stored) => take(stored[WANTED]));
}
