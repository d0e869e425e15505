import { render } from 'preact';
import { createPageWords } from '../browser/page-words.ts';
import type { Settings } from '../core/settings.ts';
import { openBarHost } from '../dom/bar-host.ts';
import { findBody } from '../dom/safe-document.ts';
import { cardStyles } from '../ui/card-styles.ts';
import { GoneBar } from '../ui/gone-bar.tsx';
import landingStyles from '../ui/landing.css';
import { findCardTheme } from './card-theme.ts';

/** Says that the words are gone and offers the archived copy; gives what takes the bar away. */
export function showGoneNotice(
  archivedUrl: string | undefined,
  settings: Settings,
  signal: AbortSignal,
): () => void {
  const bar = openBarHost(`${cardStyles}\n${landingStyles}`, signal);
  if (bar === undefined) return () => {};
  const theme = findCardTheme(settings, findBody());
  const address = archivedUrl === undefined ? {} : { archivedUrl };
  const drawn = <GoneBar words={createPageWords()} theme={theme} onClose={bar.close} {...address} />;
  bar.change(() => render(drawn, bar.body));
  return bar.close;
}
