// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { decideTap } from '../../src/content/tap-watch.ts';
import type { HoverPhase, Over } from '../../src/core/hover-state.ts';

const idle: HoverPhase = { type: 'idle' };
const open = (id: number, pinned = false): HoverPhase => ({
  type: 'open',
  id,
  by: 'touch',
  pinned,
  held: false,
});
const on = (id: number): Over => ({ type: 'mention', id });
const page: Over = { type: 'page' };

test.each([
  ['on a term', idle, on(1), 'other', 'open'],
  ['on a term in a link', idle, on(1), 'link', 'preview'],
  ['again, on the term of the open card', open(1), on(1), 'link', 'follow'],
  ['on another term in a link', open(1), on(2), 'link', 'preview'],
  ['on a term in a control', idle, on(1), 'control', 'nothing'],
  ['on a control beside an open card', open(1), on(2), 'control', 'close'],
  ['on the page', idle, page, 'other', 'nothing'],
  ['beside an open card', open(1), page, 'other', 'close'],
  ['beside a pinned card', open(1, true), page, 'other', 'nothing'],
  ['in the card', open(1), { type: 'card' }, 'other', 'nothing'],
] as const)('a tap %s', (_name, phase, over, element, tap) => {
  expect(decideTap(phase, over as Over, element)).toBe(tap);
});
