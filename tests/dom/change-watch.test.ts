// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Change, watchChanges } from '../../src/dom/change-watch.ts';

let life: AbortController;
let changes: Change[];

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<main id="main"><p id="p">text</p></main>';
  life = new AbortController();
  changes = [];
  watchChanges(async (change) => {
    changes.push(change);
    return 0;
  }, life.signal);
});

afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

/** Lets the observer speak and the batch be handed over. */
const settle = () => vi.advanceTimersByTimeAsync(1_000);

const add = (html: string, parent: Element = document.body): Element => {
  const element = document.createElement('div');
  element.innerHTML = html;
  parent.append(element);
  return element;
};

test('an added subtree is reported once, by its root', async () => {
  const added = add('<p>one</p><p>two</p>');
  add('<p>three</p>', added);
  await settle();
  expect(changes).toEqual([{ roots: [added], removed: false }]);
});

test('changed text is reported by its node', async () => {
  const text = document.querySelector('#p')?.firstChild;
  if (text) text.nodeValue = 'other';
  await settle();
  expect(changes.map(({ roots }) => roots)).toEqual([[text]]);
});

test('what was added and taken out again is not looked at', async () => {
  add('<p>gone</p>').remove();
  await settle();
  expect(changes).toEqual([{ roots: [], removed: true }]);
});

test('P23 ten thousand changes make one batch, and no more roots than it can hold', async () => {
  for (let count = 0; count < 10_000; count += 1) add('x');
  await settle();
  expect(changes).toHaveLength(1);
  expect(changes[0]?.roots).toEqual([document]);
});

test('P25 on a still page no timer runs', async () => {
  expect(vi.getTimerCount()).toBe(0);
  add('x');
  await settle();
  expect(vi.getTimerCount()).toBe(0);
});

test('P58 nothing is reported once the signal has aborted', async () => {
  add('x');
  life.abort();
  await settle();
  expect(changes).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
