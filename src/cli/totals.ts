/** Tests that really ran; skipped ones are in neither number. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

interface TestReport {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly testResults?: readonly {
    /** The file's path. */
    readonly name?: string;
    readonly status: string;
    /** Why the file as a whole failed. */
    readonly message?: string;
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

/** Names of the tests and files that failed, each with the first line of why: the end of a long log is what is read. */
export function findFailed({ testResults = [] }: TestReport): string[] {
  return testResults.flatMap(({ name = 'a file', status, message = '', assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [`${name}: ${firstLine(message)}`];
    return assertionResults
      .filter((result) => result.status === 'failed')
      .map(
        ({ fullName, failureMessages }) => `${name}: ${fullName}: ${firstLine(failureMessages?.[0] ?? '')}`,
      );
  });
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
