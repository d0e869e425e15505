/** Where a reader has been, as a browser keeps it: what is shown, what lies behind and ahead of it. */
export interface Trail<T> {
  readonly back: readonly T[];
  readonly at: T;
  readonly ahead: readonly T[];
}

/** A trail that has just begun. */
export function startTrail<T>(at: T): Trail<T> {
  return { back: [], at, ahead: [] };
}

/** Goes on to something new; what lay ahead is forgotten. */
export function goTo<T>({ back, at }: Trail<T>, next: T): Trail<T> {
  return { back: [...back, at], at: next, ahead: [] };
}

/** One step back; the same trail at its start. */
export function goBack<T>(trail: Trail<T>): Trail<T> {
  const last = trail.back.at(-1);
  if (last === undefined) return trail;
  return { back: trail.back.slice(0, -1), at: last, ahead: [trail.at, ...trail.ahead] };
}

/** One step forward; the same trail at its end. */
export function goForward<T>(trail: Trail<T>): Trail<T> {
  const [next, ...ahead] = trail.ahead;
  if (next === undefined) return trail;
  return { back: [...trail.back, trail.at], at: next, ahead };
}
