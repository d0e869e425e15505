import { expect, test } from 'vitest';
import * as language from '../../src/core/english.ts';

test.each(Object.entries(language))('%s is folded and without empty words', (_, words) => {
  const odd = [...words].filter((word) => word === '' || word !== word.toLowerCase() || /[’“”]/.test(word));
  expect(odd).toEqual([]);
});
