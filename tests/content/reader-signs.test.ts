// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { waitForReader, watchReader } from '../../src/content/reader-signs.ts';

let life: AbortController;
let heard: number;
const hear = () => {
  heard += 1;
};
const sign = () => window.dispatchEvent(new Event('scroll'));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  life = new AbortController();
  heard = 0;
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

test('every sign is told until the signal aborts', () => {
  watchReader(hear, life.signal);
  sign();
  sign();
  life.abort();
  sign();
  expect(heard).toBe(2);
});

test('what failed is tried again once, and not within three seconds', () => {
  waitForReader(hear, life.signal);
  sign();
  vi.advanceTimersByTime(2_900);
  sign();
  expect(heard).toBe(0);
  vi.advanceTimersByTime(200);
  sign();
  sign();
  expect(heard).toBe(1);
});

test.each(['before', 'after'])('nothing is tried when the signal has aborted %s', (when) => {
  if (when === 'before') life.abort();
  waitForReader(hear, life.signal);
  life.abort();
  vi.advanceTimersByTime(5_000);
  sign();
  expect(heard).toBe(0);
});
