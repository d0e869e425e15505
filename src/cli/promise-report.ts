import { relative, sep } from 'node:path';

/** One line of PROMISES.md. */
export interface PromiseLine {
  readonly number: number;
  readonly title: string;
  readonly beds: readonly string[];
  /** How a person can look where a machine cannot; empty when a machine does it all. */
  readonly byHand: string;
}

/** What one test said of the promises in its name. */
export interface PromiseTest {
  readonly file: string;
  readonly name: string;
  readonly bed: string;
  readonly passed: boolean;
}

/** The part of the test runner's JSON report that is read here. */
export interface TestReport {
  readonly testResults?: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** The promises as PROMISES.md lists them, in its order. */
export function readPromises(markdown: string): PromiseLine[] {
  return [...markdown.matchAll(/^\| P(\d+) \| (.+?) \| ([NCFB ]+) \| ?(.*?) ?\|$/gm)].map(
    ([, number, title = '', beds = '', byHand = '']) => ({
      number: Number(number),
      title,
      beds: beds.split(' '),
      byHand,
    }),
  );
}

/** Every test that ran, under each promise that it names. */
export function collectTests(reports: readonly TestReport[], root: string): Map<number, PromiseTest[]> {
  const byPromise = new Map<number, PromiseTest[]>();
  for (const { name, assertionResults } of reports.flatMap(({ testResults = [] }) => testResults)) {
    const file = relative(root, name).split(sep).join('/');
    for (const { fullName, status } of assertionResults) {
      if (status !== 'passed' && status !== 'failed') continue;
      const test = { file, name: fullName, bed: bedOf(file, fullName), passed: status === 'passed' };
      for (const number of numbersIn(fullName)) {
        byPromise.set(number, [...(byPromise.get(number) ?? []), test]);
      }
    }
  }
  return byPromise;
}

function numbersIn(name: string): ReadonlySet<number> {
  return new Set([...name.matchAll(/\bP(\d{1,2})\b/g)].map(([, number]) => Number(number)));
}

function bedOf(file: string, name: string): string {
  if (/\bin chromium\b/.test(name)) return 'C';
  if (/\bin firefox\b/.test(name)) return 'F';
  return file.startsWith('tests/package/') ? 'B' : 'N';
}

export type PromiseState = 'kept' | 'partly' | 'broken' | 'untested';

export interface PromiseVerdict extends PromiseLine {
  readonly state: PromiseState;
  /** Beds that it names and that passed. */
  readonly held: readonly string[];
  readonly missing: readonly string[];
  readonly tests: readonly PromiseTest[];
}

/** Held against the beds that the list names: kept only when each of them passed and none failed. */
export function judgePromise(line: PromiseLine, tests: readonly PromiseTest[]): PromiseVerdict {
  const held = line.beds.filter((bed) => tests.some((test) => test.bed === bed && test.passed));
  const missing = line.beds.filter((bed) => !held.includes(bed));
  const broken = tests.some((test) => !test.passed);
  const state = broken ? 'broken' : held.length === 0 ? 'untested' : missing.length > 0 ? 'partly' : 'kept';
  return { ...line, state, held, missing, tests };
}
