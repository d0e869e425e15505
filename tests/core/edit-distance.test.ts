import { expect, test } from 'vitest';
import { isWithinEdits } from '../../src/core/edit-distance.ts';

test.each([
  ['magnitsky', 'magnitsky', 0, true],
  ['magnitsky', 'magnitski', 1, true],
  ['magnitsky', 'magnitsk', 1, true],
  ['magnitsky', 'mangitsky', 1, true],
  ['magnitsky', 'mangitski', 1, false],
  ['magnitsky', 'mangitski', 2, true],
  ['magnitsky', 'kremlin', 2, false],
  ['', 'ab', 2, true],
  ['', 'abc', 2, false],
])('%s and %s within %d: %s', (a, b, most, expected) => {
  expect(isWithinEdits(a, b, most)).toBe(expected);
  expect(isWithinEdits(b, a, most)).toBe(expected);
});
