import { expect, test } from 'vitest';
import { CUES, readCues, writeCues } from '../../src/core/cue-text.ts';

test.each([
  [[]],
  [[0]],
  [[1, 57, 2_900]],
  [[-1, 0, -114]],
  [[[3], 4, [5, 9], [-114, -1], [0]]],
  [[58, 57, -58, -57]],
])('cues %j are read as they were written', (list) => {
  const text = writeCues(list as Parameters<typeof writeCues>[0]) ?? '';
  expect(text.startsWith(CUES)).toBe(true);
  expect(readCues(text)).toEqual(list);
});

test('a list of words is none of cues', () => expect(writeCues(['of', 'the'])).toBeUndefined());

test('a number that no character stands for is refused', () => {
  expect(() => writeCues([70_000])).toThrow(RangeError);
});
