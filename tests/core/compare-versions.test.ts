import { expect, test } from 'vitest';
import { compareVersions } from '../../src/core/compare-versions.ts';

test.each([
  ['1', '1', 0],
  ['1.0', '1.0.0', -1],
  ['1.9', '1.10', -1],
  ['2.0', '1.99', 1],
  ['2026.1.2', '2026.11.1', -1],
  ['2026-11-21', '2026.11.21', 0],
  ['1.0-beta', '1.0', -1],
  ['1.0-beta', '1.0-alpha', 1],
  ['v2', 'v10', -1],
  ['', '1', -1],
  ['1', '', 1],
])('%s beside %s: %i', (one, other, order) => {
  expect(Math.sign(compareVersions(one, other))).toBe(order);
  expect(Math.sign(compareVersions(other, one))).toBe(-order + 0);
});
