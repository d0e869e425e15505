import { type ComponentChild, options, render } from 'preact';
import { ask } from '../browser/page-api.ts';
import { watchCardEnd } from '../dom/card-end.ts';
import type { CardFocus } from '../dom/card-focus.ts';
import { watchCardPlace } from '../dom/card-follow.ts';
import { guardCard } from '../dom/card-guard.ts';
import type { CardHost } from '../dom/card-host.ts';
import { watchCardKeys } from '../dom/card-keys.ts';
import { holdWheel } from '../dom/card-wheel.ts';
import { watchCitationClicks } from '../dom/citation-clicks.ts';
import { watchCloseRequest } from '../dom/close-request.ts';
import type { PaintedMention } from '../dom/painted.ts';
import { watchSheetDrag } from '../dom/sheet-drag.ts';

/** What an open card tells whoever opened it. */
export interface OpenCardEvents {
  /** What it stands beside now. */
  readonly findShown: () => PaintedMention | undefined;
  /** Whether it stays when its term leaves the screen. */
  readonly isPinned: () => boolean;
  readonly onBack: () => void;
  /** Keyboard focus went into it or out of it. */
  readonly onHold: (held: boolean) => void;
  /** It is to go: at once when the page took away what it stands beside, else faded. */
  readonly onEnd: (atOnce: boolean) => void;
}

/** Everything that a card on the page listens to, until the signal aborts. */
export function watchOpenCard(host: CardHost, events: OpenCardEvents, signal: AbortSignal): CardFocus {
  const { findShown, isPinned, onBack, onHold, onEnd } = events;
  const onClose = () => onEnd(false);
  guardCard(host.host, host.shadow, signal);
  watchCitationClicks(host.shadow, (url, quote) => void ask({ type: 'citation.follow', url, quote }), signal);
  watchCardEnd(findShown, () => onEnd(true), signal);
  watchCardPlace(host, () => isPinned() || onClose(), signal);
  holdWheel(host.frame, signal);
  watchSheetDrag(host, onClose, signal);
  // Beside its term a card leaves Back to the page; a sheet is what Back is expected to close.
  if (host.shape === 'sheet') watchCloseRequest(onClose, signal);
  return watchCardKeys(host, { onClose, onBack, onHold }, signal);
}

/** Renders into a card; what Preact draws later, after a fold was opened, is known as ours too. */
export function drawInCard(host: CardHost, drawn: ComponentChild): void {
  options.debounceRendering = (redraw) => queueMicrotask(() => host.change(redraw));
  host.change(() => render(drawn, host.body));
}
