import { options, render } from 'preact';
import { ask } from '../browser/page-api.ts';
import { createPageWords } from '../browser/page-words.ts';
import type { Point } from '../core/geometry.ts';
import type { DisputedPlace } from '../core/landing.ts';
import { watchCardEnd } from '../dom/card-end.ts';
import { watchCardPlace } from '../dom/card-follow.ts';
import { guardCard } from '../dom/card-guard.ts';
import { createCardHost } from '../dom/card-host.ts';
import { type CardKeys, watchCardKeys } from '../dom/card-keys.ts';
import { holdWheel } from '../dom/card-wheel.ts';
import { watchCitationClicks } from '../dom/citation-clicks.ts';
import type { PaintedMention } from '../dom/painted.ts';
import { watchSheetDrag } from '../dom/sheet-drag.ts';
import { cardStyles } from '../ui/card-styles.ts';
import { DISPUTED_TITLE_ID, DisputedView } from '../ui/disputed-view.tsx';
import landingStyles from '../ui/landing.css';
import type { CardPage } from './card-door.ts';
import { findCardTheme } from './card-theme.ts';

/** The answers to one disputed passage, while they are open. */
export interface DisputedStay {
  readonly owns: (target: EventTarget) => boolean;
  /** As the settings and the words are now. */
  readonly redraw: () => void;
  readonly close: (atOnce: boolean) => void;
}

/** Opens the answers beside their passage; they go like any card does. */
export function openDisputed(
  page: CardPage,
  painted: PaintedMention,
  place: DisputedPlace,
  near: Point | undefined,
): DisputedStay {
  const life = new AbortController();
  const { signal } = life;
  let keys: CardKeys | undefined;

  const close = (atOnce: boolean): void => {
    if (!signal.aborted) keys?.returnFocus();
    life.abort();
    host.close(atOnce);
  };
  const end = (atOnce: boolean): void => {
    close(atOnce);
    page.dispatch({ type: 'close' });
  };
  const host = createCardHost({
    styles: `${cardStyles}\n${landingStyles}`,
    titleId: DISPUTED_TITLE_ID,
    onTampered: () => end(true),
    onPlaced: (box) => page.dispatch({ type: 'placed', box }),
  });

  const draw = (): void => {
    const drawn = (
      <DisputedView
        place={place}
        words={createPageWords()}
        theme={findCardTheme(page, painted)}
        layout={host.shape === 'sheet' ? 'sheet' : 'popover'}
        onClose={() => end(false)}
      />
    );
    host.change(() => render(drawn, host.body));
  };
  // What Preact draws later, after a note was unfolded, is ours too.
  options.debounceRendering = (redraw) => queueMicrotask(() => host.change(redraw));
  draw();
  host.open(painted, near);

  guardCard(host.host, host.shadow, signal);
  watchCitationClicks(host.shadow, (url, quote) => void ask({ type: 'citation.follow', url, quote }), signal);
  const onHold = (held: boolean) => page.dispatch({ type: 'hold', held });
  keys = watchCardKeys(host, { onClose: () => end(false), onBack: () => {}, onHold }, signal);
  watchCardEnd(
    () => painted,
    () => end(true),
    signal,
  );
  watchCardPlace(host, () => end(false), signal);
  holdWheel(host.frame, signal);
  watchSheetDrag(host, () => end(false), signal);
  const all = page.marks.findAll();
  host.say(createPageWords().t('landing_said', all.indexOf(painted) + 1, all.length));
  return {
    owns: (target) => target === host.host,
    redraw: () => signal.aborted || draw(),
    close,
  };
}
