import { expect, test } from 'vitest';
import * as timing from '../../src/core/hover-timing.ts';

test('the numbers that are promised to readers', () => {
  expect(timing).toMatchObject({
    dwellPresets: { calm: 750, normal: 450, fast: 200, keys: undefined },
    askAfterMs: 25,
    buildAfterMs: 150,
    graceMs: 300,
    speedGatePxPerMs: 0.5,
    speedSampleMaxMs: 32,
  });
});

test('content is asked for and built before the shortest dwell ends', () => {
  expect(timing.askAfterMs).toBeLessThan(timing.buildAfterMs);
  expect(timing.buildAfterMs).toBeLessThan(timing.dwellPresets.fast);
});
