/** How much Sidelight does on a page; each step does less. */
export const EFFORTS = ['all', 'viewport', 'list', 'off'] as const;
/** `viewport`: only what is in view is read; `list`: nothing is read or marked any more; `off`: nothing runs. */
export type Effort = (typeof EFFORTS)[number];

/** Share of the main thread that Sidelight may take for good: what P23 promises of the worst storm. */
const LASTING_SHARE = 0.05;
/** Work beyond that share before it does less, ms: a first reading of twenty ordinary articles. */
const ALLOWANCE_MS = 3_000;

/** What Sidelight has cost one page so far. */
export interface SelfWatch {
  readonly effort: Effort;
  /** Work beyond the lasting share since it last stepped down, ms. */
  readonly debtMs: number;
  /** When it was last reckoned, ms of any clock that only goes forward. */
  readonly atMs: number;
}

/** Nothing done yet. */
export function startSelfWatch(atMs: number): SelfWatch {
  return { effort: 'all', debtMs: 0, atMs };
}

/**
 * Takes one slice of work into account that ended at `atMs`. It steps down by one for each allowance that the
 * debt passes, and never up again: a page that was too heavy once is so until it is loaded anew.
 */
export function reckonSlice(watch: SelfWatch, sliceMs: number, atMs: number): SelfWatch {
  const passedMs = Math.max(0, atMs - watch.atMs);
  const debtMs = Math.max(0, watch.debtMs - passedMs * LASTING_SHARE) + Math.max(0, sliceMs);
  if (debtMs <= ALLOWANCE_MS) return { ...watch, debtMs, atMs };
  let { effort } = watch;
  for (let left = debtMs; left > ALLOWANCE_MS; left -= ALLOWANCE_MS) effort = nextDown(effort);
  return { effort, debtMs: 0, atMs };
}

function nextDown(effort: Effort): Effort {
  return EFFORTS[EFFORTS.indexOf(effort) + 1] ?? 'off';
}
