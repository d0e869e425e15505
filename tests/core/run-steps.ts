/** Runs steps to their end, without a rest. */
export function runSteps<T>(steps: Iterator<undefined, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
