import { findRootElement } from './safe-document.ts';
import { parentOf } from './safe-dom.ts';

export type Theme = 'light' | 'dark';

/** Relative luminance under which a background is dark: midway by eye, where black and white text read alike. */
const darkBelow = 0.18;

function readColor(css: string): readonly number[] | undefined {
  const numbers = css.match(/-?[\d.]+(?:e-?\d+)?/gi)?.map(Number);
  if (numbers === undefined || numbers.length < 3) return undefined;
  // Modern spaces come as "color(srgb 0.1 0.2 0.3 / 1)", the others as "rgba(25, 51, 76, 1)".
  const scale = css.startsWith('color(srgb ') ? 1 : 255;
  if (scale === 255 && !css.startsWith('rgb')) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  return [red / scale, green / scale, blue / scale, alpha];
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance of a computed colour, 0 to 1; nothing when it is mostly transparent or in no RGB space. */
export function findLuminance(css: string): number | undefined {
  const color = readColor(css);
  if (color === undefined) return undefined;
  const [red = 0, green = 0, blue = 0, alpha = 1] = color;
  if (alpha < 0.5) return undefined;
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}

function findParent(element: Element): Element | undefined {
  const parent = parentOf(element);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : undefined;
}

/** Whether the page is light or dark behind an element: the first opaque background, then the page's own scheme. */
export function findPageTheme(element: Element): Theme {
  for (let at: Element | undefined = element; at !== undefined; at = findParent(at)) {
    const luminance = findLuminance(getComputedStyle(at).backgroundColor);
    if (luminance !== undefined) return luminance < darkBelow ? 'dark' : 'light';
  }
  const root = findRootElement();
  const scheme = root === undefined ? '' : getComputedStyle(root).colorScheme;
  if (!scheme.includes('dark')) return 'light';
  if (!scheme.includes('light')) return 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
