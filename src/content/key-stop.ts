import { watchCardEnd } from '../dom/card-end.ts';
import { watchCardPlace } from '../dom/card-follow.ts';
import { createCardHost } from '../dom/card-host.ts';
import { isPlainKey, swallowKeyUp } from '../dom/key-up.ts';
import type { PaintedMention } from '../dom/painted.ts';
import { createDiv } from '../dom/safe-document.ts';
import styles from '../ui/peek.css';

/** One line beside a term, where the walk by keyboard stands. */
export interface KeyStop {
  readonly owns: (target: EventTarget) => boolean;
  readonly close: () => void;
}

interface KeyStopEvents {
  readonly onEnter: () => void;
  /** Escape, a press, or the page took it away; it is still to be closed. */
  readonly onEnd: () => void;
}

function createLine(text: string): HTMLElement {
  const line = createDiv();
  line.className = 'peek';
  line.append(text);
  return line;
}

/** Shows the line, says it once, and hears Enter and Escape until it is closed. */
export function openKeyStop(painted: PaintedMention, text: string, events: KeyStopEvents): KeyStop {
  const { onEnter, onEnd } = events;
  const life = new AbortController();
  const { signal } = life;
  const host = createCardHost({ styles, onTampered: onEnd });
  host.change(() => host.body.append(createLine(text)));
  host.open(painted, undefined);
  host.say(() => text);

  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || !isPlainKey(event) || event.shiftKey) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    swallowKeyUp(event.key);
    onEnd();
    if (event.key === 'Enter') onEnter();
  };
  addEventListener('keydown', onKey, { capture: true, signal });
  addEventListener('pointerdown', onEnd, { capture: true, passive: true, signal });
  watchCardEnd(() => painted, onEnd, signal);
  watchCardPlace(host, onEnd, signal);
  return {
    owns: (target) => target === host.host,
    close() {
      life.abort();
      host.close(true);
    },
  };
}
