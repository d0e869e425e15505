import type { PaintedMention } from '../dom/painted.ts';
import { createCardContent } from './card-content.ts';
import type { Cards, CreateCards } from './card-door.ts';
import { CardStay } from './card-stay.tsx';
import { createKeyWalk } from './key-walk.ts';

/** The cards of one page: content asked for at the first rest, built at the second, shown when wanted. */
export const createCards: CreateCards = (page): Cards => {
  const request = createCardContent();
  const walk = createKeyWalk(page);
  let built: { readonly id: number; readonly stay: CardStay } | undefined;
  let open: CardStay | undefined;
  // Counts what was wanted, so that an answer that comes late shows nothing.
  let turn = 0;

  const requestFor = (painted: PaintedMention) =>
    request(`#${painted.id}`, painted.mention.term, () => page.contextOf(painted));

  const show: Cards['open'] = (painted, by, near) => {
    const { card } = requestFor(painted);
    if (card === undefined) return page.dispatch({ type: 'close' });
    walk.end();
    if (!open?.isOpen) open?.close(true);
    const stay = open?.isOpen ? open : built?.id === painted.id ? built.stay : new CardStay(page, request);
    built = undefined;
    open = stay;
    stay.show(painted, card, by === 'pointer' ? near : undefined);
  };

  page.signal.addEventListener('abort', () => open?.endWithPage(), { once: true });

  return {
    ask: (painted) => void requestFor(painted),
    build(painted) {
      const mine = ++turn;
      void requestFor(painted).done.then((card) => {
        if (card === undefined || mine !== turn || open?.isOpen) return;
        const stay = new CardStay(page, request);
        stay.prepare(painted, card);
        built = { id: painted.id, stay };
      });
    },
    open(painted, by, near) {
      const mine = ++turn;
      const { card, done } = requestFor(painted);
      if (card !== undefined) return show(painted, by, near);
      void done.then(() => mine === turn && show(painted, by, near));
    },
    close() {
      turn += 1;
      built = undefined;
      open?.close(false);
    },
    owns: (target) => target !== null && (open?.owns(target) || walk.owns(target)),
    redraw: () => open?.redraw(),
    step: walk.step,
  };
};
