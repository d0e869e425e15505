import { expect, test } from 'vitest';
import { waitForCheck } from '../../src/core/next-check.ts';

const HOUR_MS = 3_600_000;
const now = 100 * 24 * HOUR_MS;

test.each([
  ['just looked at', now, 0, 24],
  ['just looked at, the last of all browsers', now, 1, 28],
  ['looked at ten hours ago', now - 10 * HOUR_MS, 0, 14],
  ['not looked at for a month', now - 720 * HOUR_MS, 0, 1 / 12],
  ['never looked at', undefined, 0, 24],
  ['looked at in the future, as a clock set back says', now + 720 * HOUR_MS, 0.5, 26],
])('%s: %#', (_, checkedAt, random, hours) => {
  expect(waitForCheck(checkedAt, now, random) / HOUR_MS).toBeCloseTo(hours);
});
