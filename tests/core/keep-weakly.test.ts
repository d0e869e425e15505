import { expect, test } from 'vitest';
import { keepWeakly } from '../../src/core/keep-weakly.ts';

test('what is in use is not made twice', () => {
  let made = 0;
  const find = keepWeakly(() => ({ number: ++made }));
  const first = find();
  expect(find()).toBe(first);
  expect(made).toBe(1);
});

test('what is gone is made again', () => {
  const { WeakRef: Real } = globalThis;
  globalThis.WeakRef = class {
    deref() {
      return undefined;
    }
  } as unknown as typeof WeakRef;
  try {
    let made = 0;
    const find = keepWeakly(() => ({ number: ++made }));
    expect([find().number, find().number]).toEqual([1, 2]);
  } finally {
    globalThis.WeakRef = Real;
  }
});
