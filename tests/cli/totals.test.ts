import { expect, test } from 'vitest';
import { addTotals, findFailed, findRetried, readTotals } from '../../src/cli/totals.ts';

test.each([
  ['only what ran counts', { numPassedTests: 3, numFailedTests: 1 }, { passed: 3, failed: 1 }],
  ['an empty report is nothing', {}, { passed: 0, failed: 0 }],
  [
    'a file that could not start is a failure',
    { numPassedTests: 2, testResults: [{ status: 'failed', assertionResults: [] }] },
    { passed: 2, failed: 1 },
  ],
  [
    'a file with a failed test is not counted twice',
    { numPassedTests: 0, numFailedTests: 1, testResults: [{ status: 'failed', assertionResults: [{}] }] },
    { passed: 0, failed: 1 },
  ],
])('%s', (_name, report, totals) => {
  expect(readTotals(report)).toEqual(totals);
});

test('totals add up', () => {
  const all = [
    { passed: 1, failed: 2 },
    { passed: 3, failed: 4 },
  ];
  expect(addTotals(all)).toEqual({ passed: 4, failed: 6 });
});

test('a test that passed at its second try is named', () => {
  const assertionResults = [
    { fullName: 'at once', status: 'passed', failureMessages: [] },
    { fullName: 'in the end', status: 'passed', failureMessages: ['expected 1 to be 2'] },
    { fullName: 'never', status: 'failed', failureMessages: ['expected 1 to be 2'] },
  ];
  expect(findRetried({ testResults: [{ status: 'failed', assertionResults }] })).toEqual(['in the end']);
});

test('what failed is named with its file and the first line of why', () => {
  const assertionResults = [
    { fullName: 'well', status: 'passed', failureMessages: [] },
    { fullName: 'badly', status: 'failed', failureMessages: ['expected 1 to be 2\n    at a.test.ts:1'] },
  ];
  const testResults = [
    { name: 'a.test.ts', status: 'failed', assertionResults },
    { name: 'b.test.ts', status: 'failed', message: 'cannot find c.ts', assertionResults: [] },
  ];
  expect(findFailed({ testResults })).toEqual([
    'a.test.ts: badly: expected 1 to be 2',
    'b.test.ts: cannot find c.ts',
  ]);
});
