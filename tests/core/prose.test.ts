import { expect, test } from 'vitest';
import { bracketsIn, findPoints, readProse } from '../../src/core/prose.ts';

test.each([
  ['plain words', ['plain words']],
  ['', []],
  ['so [@lester-2013, ¶10].', ['so ', { source: 'lester-2013', paragraph: 10 }, '.']],
  [
    '[@a, ¶1; @b-2, ¶22]',
    [
      { source: 'a', paragraph: 1 },
      { source: 'b-2', paragraph: 22 },
    ],
  ],
  ['a mail [@home] stays', ['a mail [@home] stays']],
])('readProse(%j)', (text, parts) => {
  expect(readProse(text)).toEqual(parts);
});

test.each(['[@lester-2013]', '[@lester-2013, 10]', '[@Lester, ¶1]', '[@a, ¶1; b, ¶2]', '[]'])(
  'findPoints refuses %j',
  (brackets) => {
    expect(findPoints(brackets)).toBeUndefined();
  },
);

test('bracketsIn finds those that are written badly too', () => {
  expect(bracketsIn('one [@a, ¶1] two [@b] three [c]')).toEqual(['[@a, ¶1]', '[@b]']);
});
