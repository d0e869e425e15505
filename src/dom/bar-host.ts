import { guardCard } from './card-guard.ts';
import { cardHostStyle } from './card-host-style.ts';
import { createDiv, findRootElement } from './safe-document.ts';
import { createSheet } from './style-sheet.ts';
import { type OwnChange, watchTampering } from './tamper-watch.ts';

/** A bar at the bottom of the viewport, while it is open. */
export interface BarHost {
  readonly shadow: ShadowRoot;
  /** What is rendered goes in here. */
  readonly body: HTMLElement;
  /** Every change of the bar's tree runs through here. */
  readonly change: OwnChange;
  readonly close: () => void;
}

const barStyle = `
.frame[data-shape="bar"] { inset: auto 0 12px; margin-inline: auto; }
`;

/** Puts a bar on the page, in a closed shadow root like a card; it goes at once when the page changes it. */
export function openBarHost(styles: string, signal: AbortSignal): BarHost | undefined {
  const home = findRootElement();
  if (home === undefined) return undefined;
  const host = createDiv();
  host.popover = 'manual';
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.adoptedStyleSheets = [cardHostStyle, barStyle, styles].map(createSheet);
  const body = createDiv();
  body.className = 'frame';
  body.dataset['shape'] = 'bar';
  body.setAttribute('role', 'status');
  shadow.append(body);

  const life = new AbortController();
  const close = (): void => {
    life.abort();
    host.remove();
  };
  const change = watchTampering(host, shadow, close, life.signal);
  signal.addEventListener('abort', close, { once: true });
  change(() => Node.prototype.appendChild.call(home, host));
  host.showPopover();
  guardCard(host, shadow, life.signal);
  return { shadow, body, change, close };
}
