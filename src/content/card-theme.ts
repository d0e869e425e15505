import type { Settings } from '../core/settings.ts';
import { findPageTheme, type Theme } from '../dom/page-theme.ts';

/** The theme that a reader chose, else the page's own around this element; `auto` where there is none to ask. */
export function findCardTheme({ appearance }: Settings, element: Element | undefined): Theme | 'auto' {
  if (appearance !== 'page') return appearance;
  return element === undefined ? 'auto' : findPageTheme(element);
}
