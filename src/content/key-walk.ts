import { createPageWords } from '../browser/page-words.ts';
import { watchCardEnd } from '../dom/card-end.ts';
import { watchCardPlace } from '../dom/card-follow.ts';
import { type CardHost, createCardHost } from '../dom/card-host.ts';
import { findBoxes } from '../dom/hit-test.ts';
import { swallowKeyUp } from '../dom/key-up.ts';
import type { PaintedMention } from '../dom/painted.ts';
import { peekStyle } from '../dom/peek-style.ts';
import { createDiv } from '../dom/safe-document.ts';
import { parentElementOf, scrollToElement } from '../dom/safe-dom.ts';
import type { CardPage } from './card-door.ts';

type Direction = 'next' | 'previous';

/** The walk from Mention to Mention by keyboard: each stop shows one line beside its term, Enter opens the card. */
export interface KeyWalk {
  readonly step: (direction: Direction) => boolean;
  readonly owns: (target: EventTarget) => boolean;
  readonly end: () => void;
}

/** The next stop from here; from nowhere, the first that is on the screen or below it. */
function findStop(
  all: readonly PaintedMention[],
  from: number | undefined,
  direction: Direction,
): PaintedMention | undefined {
  const at = all.findIndex(({ id }) => id === from);
  const by = direction === 'next' ? 1 : -1;
  if (at >= 0) return all[(at + by + all.length) % all.length];
  const isBelow = ({ range }: PaintedMention) => (findBoxes(range)[0]?.top ?? -1) >= 0;
  return direction === 'next'
    ? (all.find(isBelow) ?? all[0])
    : (all.findLast((one) => !isBelow(one)) ?? all.at(-1));
}

function bringIntoView({ range }: PaintedMention): void {
  const element = parentElementOf(range.startContainer);
  const [box] = findBoxes(range);
  if (element === undefined || box === undefined) return;
  const isSeen = box.top >= 0 && box.bottom <= innerHeight;
  if (!isSeen) scrollToElement(element, { block: 'center', behavior: 'instant' });
}

export function createKeyWalk(page: CardPage): KeyWalk {
  let last: number | undefined;
  let peek: CardHost | undefined;
  let life = new AbortController();

  const end = () => {
    life.abort();
    peek?.close(true);
    peek = undefined;
  };

  const listen = (painted: PaintedMention) => {
    const { signal } = life;
    const onKey = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      swallowKeyUp(event.key);
      end();
      if (event.key === 'Enter') page.dispatch({ type: 'show', id: painted.id, by: 'keyboard' });
    };
    addEventListener('keydown', onKey, { capture: true, signal });
    addEventListener('pointerdown', end, { capture: true, passive: true, signal });
    watchCardEnd(() => painted, end, signal);
    if (peek !== undefined) watchCardPlace(peek, end, signal);
  };

  const stopAt = (painted: PaintedMention) => {
    end();
    page.dispatch({ type: 'close' });
    last = painted.id;
    bringIntoView(painted);
    const all = page.marks.findAll();
    const text = createPageWords().t(
      'card_stop',
      painted.mention.label,
      all.indexOf(painted) + 1,
      all.length,
    );
    const line = createDiv();
    line.className = 'peek';
    line.append(text);
    let isSaid = false;
    const shown = createCardHost({
      styles: peekStyle,
      onTampered: end,
      onPlaced: () => {
        if (!isSaid) shown.say(text);
        isSaid = true;
      },
    });
    peek = shown;
    life = new AbortController();
    shown.change(() => shown.body.append(line));
    shown.open(painted, undefined);
    listen(painted);
  };

  page.signal.addEventListener('abort', end, { once: true });
  return {
    step(direction) {
      const next = findStop(page.marks.findAll(), last, direction);
      if (next !== undefined) stopAt(next);
      return next !== undefined;
    },
    owns: (target) => target === peek?.host,
    end,
  };
}
