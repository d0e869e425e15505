import { expect, test } from 'vitest';
import { wrapText } from '../../src/core/wrap-text.ts';

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 8, ['one two', 'three']],
  ['one  two', 99, ['one two']],
  ['extraordinarily long', 5, ['extraordinarily', 'long']],
  ['', 5, []],
])('%j in %d', (text, most, expected) => {
  expect(wrapText(text, most)).toEqual(expected);
});
