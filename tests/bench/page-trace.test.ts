import { expect, test } from 'vitest';
import { readMainThread, type TraceEvent } from './page-trace.ts';

// What a trace says of whose work the main thread did.

const lane = { pid: 7, tid: 1, ph: 'X' } as const;
const at = (name: string, startMs: number, ms: number, url?: string): TraceEvent => ({
  ...lane,
  name,
  ts: startMs * 1_000,
  dur: ms * 1_000,
  ...(url !== undefined && { args: { data: { url } } }),
});
const head: readonly TraceEvent[] = [
  {
    ...lane,
    ph: 'I',
    name: 'TracingStartedInBrowser',
    ts: 0,
    args: { data: { frames: [{ processId: 7 }] } },
  },
  { ...lane, ph: 'M', name: 'thread_name', ts: 0, args: { name: 'CrRendererMain' } },
];
const ours = 'chrome-extension://x/content/page.js';
const theirs = 'https://example.org/app.js';

test.each<readonly [string, readonly TraceEvent[], totalMs: number, ownTasksMs: readonly number[]]>([
  ['nothing', [], 0, []],
  ['a task of the page', [at('RunTask', 0, 8), at('FunctionCall', 1, 6, theirs)], 8, []],
  ['a task of ours', [at('RunTask', 0, 8), at('FunctionCall', 1, 6, ours)], 8, [6]],
  [
    'what lies around our call and within it counts once',
    [at('RunTask', 0, 8), at('TimerFire', 1, 7), at('FunctionCall', 2, 5, ours), at('v8.compile', 3, 1)],
    8,
    [7],
  ],
  [
    'of a task with both, only ours',
    [at('RunTask', 0, 9), at('FunctionCall', 1, 4, theirs), at('FunctionCall', 6, 2, ours)],
    9,
    [2],
  ],
  [
    'collecting garbage in the middle of it is left out',
    [at('RunTask', 0, 20), at('FunctionCall', 1, 15, ours), at('MajorGC', 4, 9), at('MinorGC', 5, 1)],
    20,
    [6],
  ],
  [
    'collecting garbage beside it is none of it',
    [at('RunTask', 0, 20), at('FunctionCall', 1, 5, ours), at('MajorGC', 8, 9)],
    20,
    [5],
  ],
  [
    'a task in a task is no second one, and the longest stands last',
    [
      at('RunTask', 0, 9),
      at('RunTask', 1, 7),
      at('FunctionCall', 2, 6, ours),
      at('RunTask', 10, 3),
      at('FunctionCall', 11, 1, ours),
    ],
    12,
    [1, 6],
  ],
  ['another thread', [{ ...at('RunTask', 0, 9), tid: 2 }], 0, []],
])('%s', (_, events, totalMs, ownTasksMs) => {
  const told = readMainThread([...head, ...events].reverse());
  expect([told.totalMs, told.ownTasksMs]).toEqual([totalMs, ownTasksMs]);
});
