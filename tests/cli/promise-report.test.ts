import { expect, test } from 'vitest';
import { collectTests, judgePromise, readPromises, type TestReport } from '../../src/cli/promise-report.ts';

const list = readPromises(`
| # | Promise | Beds | By hand |
|---|---|---|---|
| P3 | At rest nothing changes | C F | |
| P19 | Paper shows no mark | N C | Print a page |
`);

const reportOf = (
  file: string,
  ...tests: readonly (readonly [name: string, status: string])[]
): TestReport => ({
  testResults: [
    { name: `/p/${file}`, assertionResults: tests.map(([fullName, status]) => ({ fullName, status })) },
  ],
});

const judge = (number: number, ...reports: readonly TestReport[]) => {
  const line = list.find((each) => each.number === number);
  if (!line) throw new Error('no such line');
  const { state, held, missing } = judgePromise(line, collectTests(reports, '/p').get(number) ?? []);
  return [state, held.join(' '), missing.join(' ')];
};

test('the list is read with its beds and what is left to a person', () => {
  expect(list).toEqual([
    { number: 3, title: 'At rest nothing changes', beds: ['C', 'F'], byHand: '' },
    { number: 19, title: 'Paper shows no mark', beds: ['N', 'C'], byHand: 'Print a page' },
  ]);
});

test('a promise is kept only when every bed that it names has passed', () => {
  const chromium = reportOf('tests/e2e/a.test.ts', ['reading in chromium P3 P10 all well', 'passed']);
  const firefox = reportOf('tests/e2e/a.test.ts', ['reading in firefox P3 all well', 'passed']);
  expect(judge(3, chromium, firefox)).toEqual(['kept', 'C F', '']);
  expect(judge(3, chromium)).toEqual(['partly', 'C', 'F']);
  expect(judge(3)).toEqual(['untested', '', 'C F']);
});

test('one failure breaks it, and a test that was skipped counts for nothing', () => {
  const failed = reportOf('tests/a.test.ts', ['P19 marks', 'passed'], ['P19 print in chromium', 'failed']);
  expect(judge(19, failed)).toEqual(['broken', 'N', 'C']);
  expect(judge(19, reportOf('tests/a.test.ts', ['P19 marks', 'skipped']))).toEqual(['untested', '', 'N C']);
});

test('P30 is not P3', () => {
  expect(judge(3, reportOf('tests/a.test.ts', ['x in chromium P30 P31', 'passed']))[0]).toBe('untested');
});
