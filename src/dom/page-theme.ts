import { findRootElement } from './safe-document.ts';
import { elementAround } from './safe-dom.ts';

/** What the page itself looks like. */
export type Theme = 'light' | 'dark';

/** Relative luminance under which a background is dark: midway by eye, where black and white text read alike. */
const darkBelow = 0.18;

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function ofRgb(red: number, green: number, blue: number): number {
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}

/** How each colour space tells luminance from its first three numbers; wide RGB spaces are near enough to sRGB. */
const luminances: Record<string, (a: number, b: number, c: number) => number> = {
  rgb: (red, green, blue) => ofRgb(red / 255, green / 255, blue / 255),
  rgba: (red, green, blue) => ofRgb(red / 255, green / 255, blue / 255),
  color: ofRgb,
  oklab: (lightness) => lightness ** 3,
  oklch: (lightness) => lightness ** 3,
  lab: (lightness) => ((lightness + 16) / 116) ** 3,
  lch: (lightness) => ((lightness + 16) / 116) ** 3,
};

/** Relative luminance of a computed colour, 0 to 1; nothing when it is mostly transparent or in no known space. */
export function findLuminance(css: string): number | undefined {
  const [, space = '', inside = ''] = css.match(/^(\w+)\((.*)\)$/) ?? [];
  const numbers = inside.replace(/^[a-z][\w-]* /, '').match(/-?[\d.]+(?:e-?\d+)?/gi);
  const find = luminances[space];
  if (find === undefined || numbers === null) return undefined;
  const [a = 0, b = 0, c = 0, alpha = 1] = numbers.map(Number);
  return alpha < 0.5 ? undefined : find(a, b, c);
}

/** Whether the page is light or dark behind an element: the first opaque background, then the page's own scheme. */
export function findPageTheme(element: Element): Theme {
  for (let at: Element | undefined = element; at !== undefined; at = elementAround(at)) {
    const luminance = findLuminance(getComputedStyle(at).backgroundColor);
    if (luminance !== undefined) return luminance < darkBelow ? 'dark' : 'light';
  }
  const root = findRootElement();
  const scheme = root === undefined ? '' : getComputedStyle(root).colorScheme;
  if (!scheme.includes('dark')) return 'light';
  if (!scheme.includes('light')) return 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
