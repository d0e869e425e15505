import { createPageWords } from '../browser/page-words.ts';
import { findBoxes } from '../dom/hit-test.ts';
import type { PaintedMention } from '../dom/painted.ts';
import { parentElementOf, scrollToElement } from '../dom/safe-dom.ts';
import type { CardPage } from './card-door.ts';
import { type KeyStop, openKeyStop } from './key-stop.ts';

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
  let stop: KeyStop | undefined;

  const end = () => {
    stop?.close();
    stop = undefined;
  };
  const stopAt = (painted: PaintedMention) => {
    end();
    page.dispatch({ type: 'close' });
    last = painted.id;
    bringIntoView(painted);
    const all = page.marks.findAll();
    const { t } = createPageWords();
    const text = t('card_stop', painted.mention.label, all.indexOf(painted) + 1, all.length);
    stop = openKeyStop(painted, text, {
      onEnd: end,
      onEnter: () => page.dispatch({ type: 'show', id: painted.id, by: 'keyboard' }),
    });
  };

  page.signal.addEventListener('abort', end, { once: true });
  return {
    step(direction) {
      const next = findStop(page.marks.findAll(), last, direction);
      if (next !== undefined) stopAt(next);
      return next !== undefined;
    },
    owns: (target) => stop?.owns(target) ?? false,
    end,
  };
}
