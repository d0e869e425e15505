import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { browserKinds } from './browsers.ts';
import { ensureBrowser } from './install-browser.ts';
import { inProject, projectRoot, runCommand } from './project.ts';
import { addTotals, findFailed, findRetried, readTotals, type Totals } from './totals.ts';

interface Step {
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
  /** Where its test runner writes what ran. */
  readonly report?: string;
}

const steps: readonly Step[] = [
  { name: 'lint', script: 'lint' },
  { name: 'types', script: 'typecheck' },
  { name: 'unit tests', script: 'unit', report: 'unit.json' },
  { name: 'build and real-browser tests', script: 'e2e', report: 'e2e.json' },
];

/** `npm test -- --long` runs these instead, after the others: what every change needs not wait for. */
const longSteps: readonly Step[] = [
  { name: 'longer real-browser tests', script: 'long', report: 'long.json' },
];

const reportsDir = inProject('dist', 'reports');

interface Outcome extends Step {
  readonly ok: boolean;
  readonly seconds: number;
  readonly totals: Totals;
  readonly retried: readonly string[];
  readonly failed: readonly string[];
}

async function main(): Promise<number> {
  for (const kind of browserKinds) console.log(`${kind}: ${await ensureBrowser(kind)}`);
  const isLong = process.argv.includes('--long');
  if (!isLong) rmSync(reportsDir, { recursive: true, force: true });
  mkdirSync(reportsDir, { recursive: true });
  const outcomes = (isLong ? longSteps : steps).map(runStep);
  console.log('');
  for (const { name, ok, seconds, totals, report } of outcomes) {
    const ran = report ? `, ${totals.passed} passed, ${totals.failed} failed` : '';
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s${ran})`);
  }
  printNames(
    'passed only when tried again',
    outcomes.flatMap((outcome) => outcome.retried),
  );
  printNames(
    'failed',
    outcomes.flatMap((outcome) => outcome.failed),
  );
  console.log(writeTotals());
  return outcomes.every((outcome) => outcome.ok) ? 0 : 1;
}

function printNames(heading: string, names: readonly string[]): void {
  if (names.length > 0) console.log(`${heading}:\n  ${names.join('\n  ')}`);
}

/** Of everything that ran since the last `npm test` began, that one included. */
function writeTotals(): string {
  const reports = [...steps, ...longSteps].flatMap(({ report = [] }) => report);
  const { passed, failed } = addTotals(
    reports.map((name) => readTotals(readReport(`${reportsDir}/${name}`))),
  );
  const line = `${passed} passed, ${failed} failed`;
  writeFileSync(`${reportsDir}/totals.txt`, `${line}\n`);
  return line;
}

/** A step that should have tested something and did not has failed, whatever its exit code. */
function runStep(step: Step): Outcome {
  console.log(`\n=== ${step.name}`);
  const start = performance.now();
  const reporting = step.report
    ? ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${reportsDir}/${step.report}`]
    : [];
  const done = spawnSync('npm', ['run', '--silent', step.script, ...reporting], {
    cwd: projectRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const report = step.report ? readReport(`${reportsDir}/${step.report}`) : {};
  const totals = readTotals(report);
  const tested = !step.report || totals.passed + totals.failed > 0;
  const seconds = Math.round((performance.now() - start) / 1000);
  const ok = done.status === 0 && tested && totals.failed === 0;
  return { ...step, ok, seconds, totals, retried: findRetried(report), failed: findFailed(report) };
}

function readReport(path: string): Parameters<typeof readTotals>[0] {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

await runCommand(main);
