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

const hides: readonly (readonly [string, string, string | undefined])[] = [
  ['aria-hidden', 'true', 'false'],
  ['hidden', '', undefined],
  ['hidden', '', 'until-found'],
  ['contenteditable', 'plaintext-only', 'FALSE'],
  ['role', 'textbox', 'main'],
];

test.each(hides)('P15 %s="%s" is reported, and its end', async (name, value, end) => {
  const main = document.querySelector('#main') as Element;
  main.setAttribute(name, value);
  await settle();
  if (end === undefined) main.removeAttribute(name);
  else main.setAttribute(name, end);
  await settle();
  expect(changes).toEqual(Array(2).fill({ roots: [main], removed: true }));
});

test('P23 attributes that leave text as readable as it was are not reported, however often they are set', async () => {
  const main = document.querySelector('#main') as Element;
  const text = document.querySelector('#p') as Element;
  text.setAttribute('aria-hidden', 'true');
  await settle();
  changes.length = 0;
  for (let time = 0; time < 100; time += 1) {
    main.setAttribute('aria-hidden', 'false');
    main.setAttribute('role', ['main', 'article'][time % 2] ?? '');
    main.setAttribute('class', `c${time}`);
    main.removeAttribute('hidden');
    text.setAttribute('aria-hidden', 'true');
  }
  await settle();
  expect(changes).toEqual([]);
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
