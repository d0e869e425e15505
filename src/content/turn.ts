/** Sidelight works this long at most before the page gets its turn; a long task begins at 50 ms. */
const SLICE_MS = 6;

/** A stretch of work that lets the page go first again and again. */
export interface Turn {
  /** Goes on at once within the slice, else after the page has had its turn. */
  rest(): Promise<void>;
}

export function createTurn(): Turn {
  let endMs = performance.now() + SLICE_MS;
  return {
    async rest() {
      if (performance.now() < endMs) return;
      await new Promise((resolve) => setTimeout(resolve));
      endMs = performance.now() + SLICE_MS;
    },
  };
}
