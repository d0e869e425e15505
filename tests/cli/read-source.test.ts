import { expect, test } from 'vitest';
import { readSource } from '../../src/cli/read-source.ts';

const text = `import type { A } from './a.ts';
import { b } from './b.ts';
import { c } from 'c';

/** Says what it promises. */
export function first(x: A): any {
  return x!;
}

export const second = () => b(c);
`;

test('a file is told by its parts', () => {
  expect(readSource('x.ts', text)).toEqual({
    path: 'x.ts',
    lines: 10,
    functions: [
      { name: 'first', line: 6, lines: 3 },
      { name: 'second', line: 10, lines: 1 },
    ],
    exports: [
      { name: 'first', documented: true },
      { name: 'second', documented: false },
    ],
    anyCount: 1,
    nonNullCount: 1,
    imports: ['./b.ts'],
  });
});

test('a file that does not parse is named', () => {
  expect(() => readSource('broken.ts', 'export const = ;')).toThrow(/^broken\.ts: /);
});
