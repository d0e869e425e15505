import { findPageTheme } from '../dom/page-theme.ts';
import type { PaintedMention } from '../dom/painted.ts';
import { parentElementOf } from '../dom/safe-dom.ts';
import type { CardPage } from './card-door.ts';

/** The theme that a reader chose, else the page's own around the term. */
export function findCardTheme(page: CardPage, painted: PaintedMention | undefined) {
  const { appearance } = page.findSettings();
  if (appearance !== 'page') return appearance;
  const element = painted && parentElementOf(painted.range.startContainer);
  return element === undefined ? 'auto' : findPageTheme(element);
}
