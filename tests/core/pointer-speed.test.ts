import { expect, test } from 'vitest';
import { addSample, findFastUntil, noTrack } from '../../src/core/pointer-speed.ts';

type Row = readonly [samples: readonly (readonly [x: number, at: number])[], fastUntil: number | undefined];

const rows: readonly (readonly [string, ...Row])[] = [
  ['one sample says nothing', [[0, 0]], undefined],
  [
    '16 px in 16 ms is fast for 32 ms more',
    [
      [0, 0],
      [16, 16],
    ],
    48,
  ],
  [
    'exactly 0.5 px/ms is fast',
    [
      [0, 0],
      [5, 10],
    ],
    42,
  ],
  [
    '0.4 px/ms is slow',
    [
      [0, 0],
      [4, 10],
    ],
    undefined,
  ],
  [
    'mean of the last two intervals: 0.9 and 0.2',
    [
      [0, 0],
      [9, 10],
      [11, 20],
    ],
    52,
  ],
  [
    'mean of the last two intervals: 0.7 and 0.2',
    [
      [0, 0],
      [7, 10],
      [9, 20],
    ],
    undefined,
  ],
  [
    'the third-last interval is forgotten',
    [
      [0, 0],
      [90, 10],
      [91, 20],
      [92, 30],
    ],
    undefined,
  ],
  [
    '32 ms apart counts',
    [
      [0, 0],
      [32, 32],
    ],
    64,
  ],
  [
    '33 ms apart is ignored',
    [
      [0, 0],
      [330, 33],
    ],
    undefined,
  ],
  [
    'a gap forgets what was before',
    [
      [0, 0],
      [16, 16],
      [99, 60],
    ],
    undefined,
  ],
  [
    'a clock clamped to 100 ms never is fast',
    [
      [0, 0],
      [50, 0],
      [90, 0],
      [200, 100],
      [300, 100],
    ],
    undefined,
  ],
  [
    'two in one tick count from the first',
    [
      [0, 0],
      [6, 8],
      [8, 8],
      [12, 16],
    ],
    48,
  ],
];

test.each(rows)('%s', (_name, samples, fastUntil) => {
  const track = samples.reduce((so, [x, at]) => addSample(so, { x, y: 0, at }), noTrack);
  expect(findFastUntil(track)).toBe(fastUntil);
});
