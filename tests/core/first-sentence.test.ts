import { expect, test } from 'vitest';
import { firstSentence } from '../../src/core/first-sentence.ts';

test.each([
  ['US law of 14 December 2012. It has the president list people.', 'US law of 14 December 2012.'],
  ['A law of the U.S. that Congress passed. It ended.', 'A law of the U.S. that Congress passed.'],
  ['Was it ever put to any use? Yes.', 'Was it ever put to any use?'],
  ['No full stop at all', 'No full stop at all'],
  ['', ''],
])('%j begins with %j', (text, expected) => {
  expect(firstSentence(text)).toBe(expected);
});
