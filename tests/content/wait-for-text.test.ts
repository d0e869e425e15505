// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { waitForText } from '../../src/content/wait-for-text.ts';

const wake = () => Reflect.get(globalThis, Symbol.for('sidelight.wake'));

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  wake()?.();
  vi.useRealTimers();
});

/** How often it called back while the body stood so. */
function waitIn(html: string) {
  document.body.innerHTML = html;
  const onText = vi.fn();
  waitForText(onText);
  return onText;
}

/** Changes are told of after the script at hand, and gathered. */
async function passTime(): Promise<void> {
  await vi.advanceTimersByTimeAsync(200);
}

test.each([
  '<p>The',
  'The',
  '<b>EU</b>',
  '<my-app></my-app>',
  '<div></div><p>a</p><p>bc</p>',
  `${'<i></i>'.repeat(1_200)}`,
])('page %# is looked at with all that belongs to it, at once', (html) => {
  expect(waitIn(html)).toHaveBeenCalledTimes(1);
  expect(wake()).toBeUndefined();
});

test.each([
  '',
  '  \n ',
  '<div id="app"></div>',
  '<p>1</p>',
  '<div hidden>All the words</div>',
  '<script>const three = 3;</script>',
  '<textarea>A whole letter</textarea>',
])('%j has no words', (html) => {
  expect(waitIn(html)).not.toHaveBeenCalled();
});

test('P25 words that come later are noticed, once; changes without words are not', async () => {
  const onText = waitIn('<div></div>');
  document.querySelector('div')?.append(document.createElement('span'));
  await passTime();
  expect(onText).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(vi.getTimerCount()).toBe(0);
  document.querySelector('span')?.append('of the harbour');
  await passTime();
  document.querySelector('span')?.append('and more');
  await passTime();
  expect(onText).toHaveBeenCalledTimes(1);
});

test('who asks what goes on here does not have to wait for words', async () => {
  const onText = waitIn('');
  expect(wake()()).toBe(true);
  expect(onText).toHaveBeenCalledTimes(1);
  expect(wake()).toBeUndefined();
  document.body.append('of the harbour');
  await passTime();
  expect(onText).toHaveBeenCalledTimes(1);
});

test('what was hidden and is shown is noticed', async () => {
  const onText = waitIn('<div hidden>All the words</div>');
  document.querySelector('div')?.removeAttribute('hidden');
  await passTime();
  expect(onText).toHaveBeenCalledTimes(1);
});

test('a body that holds all its words in a shadow tree is looked at a little later', async () => {
  const body = document.createElement('body');
  const old = document.body;
  old.replaceWith(body);
  body.attachShadow({ mode: 'open' }).append(document.createElement('p'));
  const onText = vi.fn();
  waitForText(onText);
  expect(onText).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(onText).toHaveBeenCalledTimes(1);
  body.replaceWith(old);
});
