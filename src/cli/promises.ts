import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { inProject, PlainError, projectRoot, runCommand } from './project.ts';
import { collectTests, judgePromise, type PromiseVerdict, readPromises } from './promise-report.ts';
import { addTotals, readTotals } from './totals.ts';

const reportsDir = inProject('dist', 'reports');
/** Suites that `npm test` runs: where it has not, those of their tests that carry a promise's number are run here. */
const others = ['unit', 'e2e', 'long'];
const reportFiles = [...others, 'promises'].map((suite) => `${suite}.json`);
const anyNumber = String.raw`\bP\d`;

/**
 * `npm run promises` runs every test of a promise and prints the table; `-- --table` prints it from what ran last. What
 * `npm test` found is taken over where nothing that is tested has changed since.
 */
async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const unknown = args.find((arg) => arg !== '--table');
  if (unknown) throw new PlainError(`Unknown option ${unknown}; npm run promises knows --table.`);
  const status = args.includes('--table') ? 0 : runSuites();
  const verdicts = judgeAll();
  for (const verdict of verdicts) console.log(describe(verdict));
  const count = (state: PromiseVerdict['state']) => verdicts.filter((each) => each.state === state).length;
  console.log(
    `\n${verdicts.length} promises: ${count('kept')} kept in every bed, ${count('partly')} in some, ` +
      `${count('broken')} broken, ${count('untested')} without a test`,
  );
  return status !== 0 || count('broken') > 0 ? 1 : 0;
}

function runSuites(): number {
  mkdirSync(reportsDir, { recursive: true });
  dropStale();
  const own = runSuite('promises:run', [], 'promises.json');
  const missing = others.filter((suite) => !existsSync(`${reportsDir}/${suite}.json`));
  const all = missing.map((suite) => runSuite(suite, ['-t', anyNumber], numberedFile(suite)));
  addToTotals();
  return Math.max(own, ...all);
}

/** Whatever a test may depend on. */
const TESTED = ['{src,tests,data,assets}/**/*.*', '*.{json,mjs,ts}'];

/** What was found before the last change of what is tested says nothing of what is there now. */
function dropStale(): void {
  const tested = globSync(TESTED, { cwd: projectRoot });
  const changedMs = Math.max(...tested.map((file) => statSync(inProject(file)).mtimeMs));
  const reports = globSync('*.json', { cwd: reportsDir }).map((file) => `${reportsDir}/${file}`);
  for (const report of reports) if (statSync(report).mtimeMs < changedMs) rmSync(report);
}

function numberedFile(suite: string): string {
  return `${suite}-numbered.json`;
}

function runSuite(script: string, args: readonly string[], report: string): number {
  console.log(`\n=== ${script}`);
  const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportsDir}/${report}`];
  const done = spawnSync('npm', ['run', '--silent', script, '--', ...args, ...reporting], {
    cwd: projectRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return done.status ?? 1;
}

/** The totals of `npm test`, if it ran, with these tests added. */
function addToTotals(): void {
  const read = reportFiles.filter((file) => existsSync(`${reportsDir}/${file}`)).map(readReport);
  const { passed, failed } = addTotals(read.map(readTotals));
  writeFileSync(`${reportsDir}/totals.txt`, `${passed} passed, ${failed} failed\n`);
}

function readReport(
  file: string,
): Parameters<typeof readTotals>[0] & Parameters<typeof collectTests>[0][number] {
  return JSON.parse(readFileSync(`${reportsDir}/${file}`, 'utf8'));
}

function judgeAll(): PromiseVerdict[] {
  const numbered = others.filter((suite) => !existsSync(`${reportsDir}/${suite}.json`)).map(numberedFile);
  const files = [...reportFiles, ...numbered];
  const reports = files.filter((file) => existsSync(`${reportsDir}/${file}`)).map(readReport);
  const tests = collectTests(reports, projectRoot);
  return readPromises(readFileSync(inProject('PROMISES.md'), 'utf8')).map((line) =>
    judgePromise(line, tests.get(line.number) ?? []),
  );
}

const words = { kept: 'kept    ', partly: 'partly  ', broken: 'BROKEN  ', untested: 'untested' } as const;

function describe({ number, title, state, held, missing, tests, byHand }: PromiseVerdict): string {
  const where = `${held.join(' ') || '-'}${missing.length > 0 ? ` (not ${missing.join(' ')})` : ''}`;
  const failed = tests.filter((test) => !test.passed).map((test) => `\n           failed: ${test.name}`);
  const files = [...new Set(tests.map(({ file }) => file.replace(/^tests\//, '')))].join(', ');
  const hand = byHand ? `\n           by hand: ${byHand}` : '';
  return `P${String(number).padEnd(3)}${words[state]} ${where.padEnd(18)} ${title}${files ? `  [${files}]` : ''}${hand}${failed.join('')}`;
}

await runCommand(main);
