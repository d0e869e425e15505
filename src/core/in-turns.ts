/** Work that may be interrupted wherever it yields, so that a page gets its turn in between; it ends with its result. */
export type InTurns<Result> = Generator<undefined, Result, undefined>;

/** Does such work at once. */
export function finish<Result>(work: InTurns<Result>): Result {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
