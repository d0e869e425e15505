import { expect, test } from 'vitest';
import { markStyle } from '../../src/core/mark-style.ts';

const css = markStyle({ plain: 'abcdefghij', inLink: 'klmnopqrst' });

test('P5 every rule selects a highlight and nothing else of the page', () => {
  const selectors = [...css.matchAll(/([^{}]+)\{(?=[^{}]*\})/g)].map(([, selector]) => selector);
  expect(selectors.length).toBeGreaterThan(2);
  for (const selector of selectors) expect(selector).toMatch(/^(::highlight\([a-z]+\),?)+$/);
});

test('P19 marks are for the screen, never for paper', () => {
  const rest = css.replace(/@media screen[^{]*\{(?:[^{}]*\{[^{}]*\})*\}/g, '');
  expect(rest).toBe('');
});

test('the line is dotted, never wavy, and takes the colour of the text', () => {
  expect(css).toContain('underline dotted');
  expect(css).toContain('currentColor');
  expect(css).not.toContain('wavy');
});
