import { expect, test } from 'vitest';
import { divideText } from '../../src/core/divide-text.ts';

const partsOf = (text: string) => divideText(text, 0, text.length).map(([from, to]) => text.slice(from, to));

test.each([
  ['nothing', '', 1],
  ['a paragraph', 'word '.repeat(1_999), 1],
  ['lines', 'a line of words\n'.repeat(2_000), 4],
  ['one word without an end', 'x'.repeat(25_000), 3],
])('%s is in as many parts as it takes, and whole again', (_, text, count) => {
  const parts = partsOf(text);
  expect(parts.join('')).toBe(text);
  expect(parts.length).toBe(count);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(10_000);
});

test('a part ends with a sentence where there is one', () => {
  const [first = ''] = partsOf('This is a sentence. '.repeat(1_000));
  expect(first.endsWith('sentence. ')).toBe(true);
});
