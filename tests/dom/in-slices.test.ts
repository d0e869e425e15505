import { expect, test, vi } from 'vitest';
import { runInSlices } from '../../src/dom/in-slices.ts';

function* work(steps: number, stepMs: number): Generator<undefined, number> {
  for (let step = 0; step < steps; step += 1) {
    const endMs = performance.now() + stepMs;
    while (performance.now() < endMs);
    yield;
  }
  return steps;
}

test('what fits in one slice is there at once', () => {
  // A clock that stands, so that a machine that stumbles makes no second slice.
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  expect(runInSlices(work(3, 0))).toBe(3);
  clock.mockRestore();
});

test('what does not lets others go first, again and again, and comes as a promise', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  });
  const result = runInSlices(work(40, 5));
  expect(result).toBeInstanceOf(Promise);
  expect(await result).toBe(40);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(2);
});

test('a fault in a later slice rejects', async () => {
  function* fail(): Generator<undefined, number> {
    yield* work(10, 5);
    throw new Error('broken');
  }
  await expect(runInSlices(fail())).rejects.toThrow('broken');
});
