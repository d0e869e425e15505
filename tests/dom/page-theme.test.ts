// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { findLuminance } from '../../src/dom/page-theme.ts';

test.each([
  ['rgb(255, 255, 255)', 1],
  ['rgb(0, 0, 0)', 0],
  ['rgba(255, 255, 255, 0.6)', 1],
  ['rgba(0, 0, 0, 0)', undefined],
  ['rgba(0, 0, 0, 0.4)', undefined],
  ['color(srgb 1 1 1)', 1],
  ['color(display-p3 0 0 0)', 0],
  ['color(srgb 1 1 1 / 0.2)', undefined],
  ['oklch(0.5 0.1 200)', 0.125],
  ['oklab(1 0 0 / 0.3)', undefined],
  ['lab(100 0 0)', 1],
  ['transparent', undefined],
  ['', undefined],
])('%s', (css, luminance) => {
  const found = findLuminance(css);
  if (luminance === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(luminance, 5);
});
