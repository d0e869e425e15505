import { expect, test } from 'vitest';
import { isTooLarge } from '../../src/content/page-size.ts';

test.each([
  [0, 0, 0, false],
  [11_999_999, 2_999, 5_999, false],
  [12_000_000, 0, 0, true],
  [0, 3_000, 0, true],
  [0, 0, 6_000, true],
])(
  'P27 P41 of %i units, %i mentions and %i passages: reading stops: %s',
  (units, mentions, passages, stops) => {
    expect(isTooLarge(units, mentions, passages)).toBe(stops);
  },
);
