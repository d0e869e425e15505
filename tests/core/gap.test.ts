import { expect, test } from 'vitest';
import { BREAK, CLOSE, gapKind, hasDash, MAX_GAP, WIDE } from '../../src/core/gap.ts';

test.each([
  ['', CLOSE],
  [' ', CLOSE],
  ['\r\n  ', CLOSE],
  ['-', CLOSE],
  ['’', CLOSE],
  ['” ', CLOSE],
  [' – ', WIDE],
  ['--', WIDE],
  ['- ', WIDE],
  ['\n\n', BREAK],
  ['\r\n \r\n', BREAK],
  [' '.repeat(MAX_GAP), CLOSE],
  [' '.repeat(MAX_GAP + 1), BREAK],
])('the gap %j', (gap, kind) => {
  expect(gapKind(`a${gap}b`, 1, 1 + gap.length)).toBe(kind);
});

test('hasDash sees any dash or slash in a gap', () => {
  expect(hasDash('a – b', 1, 4)).toBe(true);
  expect(hasDash('a  b-c', 1, 3)).toBe(false);
});
