import { describe, expect, test } from 'vitest';
import { areEqual, compareVisits } from '../../src/cli/compare-visits.ts';
import type { Visit } from '../../src/cli/visit-page.ts';

const visit = (html: string, more: Partial<Visit> = {}): Visit => ({
  html: [html],
  console: [],
  errors: [],
  requests: [],
  layouts: 3,
  loadMs: 10,
  ...more,
});
const page = visit('<p>One</p><p>Two</p>');

describe('what counts as a difference', () => {
  test.each([
    ['nothing', [page], []],
    ['an element of ours', [visit('<p>One</p><p>Two</p><div></div>')], ['html: + <div>', 'html: + </div>']],
    ['a lost text', [visit('<p></p><p>Two</p>')], ['html: - One']],
    ['another order', [visit('<p>Two</p><p>One</p>')], ['html: the same pieces in another order']],
    ['a console entry', [visit(page.html[0] ?? '', { console: ['log: x'] })], ['console: + log: x']],
    ['an error', [visit(page.html[0] ?? '', { errors: ['x is null'] })], ['error: + x is null']],
    ['a request', [visit(page.html[0] ?? '', { requests: ['http://x/'] })], ['request: + http://x/']],
    ['a layout', [visit(page.html[0] ?? '', { layouts: 4 })], ['layouts: 4 against 3 without']],
  ])('%s', (_name, withIt, expected) => {
    expect(compareVisits(withIt, [page]).map(({ kind, text }) => `${kind}: ${text}`)).toEqual(expected);
  });
});

test('what a page does to itself at times is no difference', () => {
  const other = visit('<p>One</p><p>Three</p>', { console: ['warning: late'], layouts: 5 });
  expect(compareVisits([page, other], [other, page])).toEqual([]);
  expect(compareVisits([other], [page, other])).toEqual([]);
});

test('a piece that is there in every visit with, and in none without, is found among unstable ones', () => {
  const withIt = [visit('<i>1</i><u></u>'), visit('<i>2</i><u></u>')];
  const without = [visit('<i>3</i>'), visit('<i>4</i>')];
  expect(compareVisits(withIt, without).map(({ text }) => text)).toEqual(['+ <u>', '+ </u>']);
});

test('a page that opens only without Sidelight is a difference', () => {
  const closed = visit('', { problem: 'no end within 60 s', html: [], layouts: 3 });
  expect(compareVisits([closed], [page])[0]).toEqual({ kind: 'opening', text: '+ no end within 60 s' });
});

test.each([
  [visit('<p>'), visit('<p>', { loadMs: 99, mentions: 4 }), true],
  [visit('<p>', { requests: ['a', 'b'] }), visit('<p>', { requests: ['b', 'a'] }), true],
  [visit('<p>'), visit('<p> '), false],
  [visit('<p>'), visit('<p>', { layouts: 4 }), false],
])('equal to the byte in all that is compared: %#', (a, b, equal) => {
  expect(areEqual(a, b)).toBe(equal);
});
