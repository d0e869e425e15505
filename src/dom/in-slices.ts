/** A pause of the pages' own work that nobody notices; a long task begins at 50 ms. */
const SLICE_MS = 30;

/**
 * Runs steps to their end, letting everything else go first after each slice. What fits in the first slice is there
 * at once; the rest comes as a promise.
 */
export function runInSlices<T>(steps: Iterator<undefined, T>): T | Promise<T> {
  const first = runSlice(steps);
  return first.done ? first.value : goOn(steps);
}

async function goOn<T>(steps: Iterator<undefined, T>): Promise<T> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    const slice = runSlice(steps);
    if (slice.done) return slice.value;
  }
}

function runSlice<T>(steps: Iterator<undefined, T>): IteratorResult<undefined, T> {
  const endMs = performance.now() + SLICE_MS;
  let step = steps.next();
  while (!step.done && performance.now() < endMs) step = steps.next();
  return step;
}
