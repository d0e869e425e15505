/** What a reader who is at the page sets off; nothing runs while nobody is. */
const SIGNS = ['visibilitychange', 'focus', 'pointermove', 'pointerdown', 'scroll'];
/** What failed a moment ago is not tried again with every move of the pointer, ms. */
const REST_MS = 3_000;

/** Calls back whenever the reader does something, until the signal aborts. */
export function watchReader(onSign: () => void, signal: AbortSignal): void {
  for (const type of SIGNS) addEventListener(type, onSign, { capture: true, passive: true, signal });
}

/** Calls back once, with what the reader does after a rest; never when the signal aborts before. */
export function waitForReader(onSign: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const waiting = new AbortController();
  signal.addEventListener('abort', () => waiting.abort(), { signal: waiting.signal });
  const fromMs = performance.now() + REST_MS;
  const look = (): void => {
    if (performance.now() < fromMs) return;
    waiting.abort();
    onSign();
  };
  watchReader(look, waiting.signal);
}
