import { expect, test } from 'vitest';
import { quoteStages, quoteStyle } from '../../src/core/quote-style.ts';

const css = quoteStyle('abcdefghij');

test('P5 every rule selects a highlight of the quotation and nothing else of the page', () => {
  const selectors = [...css.matchAll(/([^{}]+)\{(?=[^{}]*\})/g)].map(([, selector]) => selector);
  expect(selectors.length).toBe(quoteStages('abcdefghij').length + 1);
  for (const selector of selectors) expect(selector).toMatch(/^(::highlight\(abcdefghij[a-z]\),?)+$/);
});

test('P19 it is for the screen, never for paper', () => {
  expect(css.replace(/@media screen[^{]*\{(?:[^{}]*\{[^{}]*\})*\}/g, '')).toBe('');
});

test('each stage is quieter than the one before, and the last is still to be seen', () => {
  const tints = [...css.matchAll(/rgb\(240 180 0\/([\d.]+)\)/g)].map(([, tint]) => Number(tint));
  expect(tints).toEqual([...tints].sort((a, b) => b - a));
  expect(new Set(tints).size).toBe(tints.length);
  expect(tints.at(-1)).toBeGreaterThan(0.1);
});
