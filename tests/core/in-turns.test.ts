import { expect, test } from 'vitest';
import { finish, type InTurns } from '../../src/core/in-turns.ts';

function* count(to: number, said: number[]): InTurns<string> {
  for (let at = 0; at < to; at += 1) {
    said.push(at);
    yield;
  }
  return 'done';
}

test.each([[0], [1], [5]])('work of %i turns is done to its end', (turns) => {
  const said: number[] = [];
  expect(finish(count(turns, said))).toBe('done');
  expect(said).toHaveLength(turns);
});

test('what it throws comes through', () => {
  function* fails(): InTurns<never> {
    yield;
    throw new RangeError('no');
  }
  expect(() => finish(fails())).toThrow(RangeError('no'));
});
