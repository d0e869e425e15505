/** Tests that really ran; skipped ones are in neither number. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

interface TestReport {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly testResults?: readonly {
    readonly status: string;
    readonly assertionResults: readonly TestResult[];
  }[];
}

interface TestResult {
  readonly fullName?: string;
  readonly status?: string;
  /** Of every try, also of a test that passed in the end. */
  readonly failureMessages?: readonly string[];
}

/** Counts in the test runner's JSON report; a file that could not even start counts as one failure. */
export function readTotals(report: TestReport): Totals {
  const brokenFiles = (report.testResults ?? []).filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests ?? 0, failed: (report.numFailedTests ?? 0) + brokenFiles.length };
}

/** The sum of several reports. */
export function addTotals(all: readonly Totals[]): Totals {
  return all.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

/** Names of the tests that passed only when tried again, so that a flake is seen before it fails a run. */
export function findRetried({ testResults = [] }: TestReport): string[] {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, failureMessages = [] }) => status === 'passed' && failureMessages.length > 0)
    .map(({ fullName = 'a test without a name' }) => fullName);
}
