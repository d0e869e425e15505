import { expect, test } from 'vitest';
import { goBack, goForward, goTo, startTrail, type Trail } from '../../src/core/trail.ts';

/** "b" back, "f" forward, anything else is a place to go to. */
function walk(steps: string): Trail<string> {
  return steps.split(' ').reduce((trail, step) => {
    if (step === 'b') return goBack(trail);
    return step === 'f' ? goForward(trail) : goTo(trail, step);
  }, startTrail('A'));
}

test.each([
  ['B C', ['A', 'B'], 'C', []],
  ['B C b', ['A'], 'B', ['C']],
  ['B C b b', [], 'A', ['B', 'C']],
  ['B C b b b', [], 'A', ['B', 'C']],
  ['B C b b f', ['A'], 'B', ['C']],
  ['B f', ['A'], 'B', []],
  ['B C b D', ['A', 'B'], 'D', []],
  ['A', ['A'], 'A', []],
])('%s', (steps, back, at, ahead) => {
  expect(walk(steps)).toEqual({ back, at, ahead });
});
