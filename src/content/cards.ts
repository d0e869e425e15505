import type { PaintedMention } from '../dom/painted.ts';
import { createCardContent } from './card-content.ts';
import type { Cards, CreateCards } from './card-door.ts';
import { createStays } from './card-stays.ts';
import { createKeyWalk } from './key-walk.ts';

/** The cards of one page: content asked for at the first rest, built at the second, shown when wanted. */
export const createCards: CreateCards = (page): Cards => {
  const request = createCardContent();
  const walk = createKeyWalk(page);
  const stays = createStays(page, request);
  // Counts what was wanted, so that an answer that comes late shows nothing.
  let turn = 0;

  const requestFor = (painted: PaintedMention) =>
    request(`#${painted.id}`, painted.mention.term, () => page.contextOf(painted));

  return {
    ask: (painted) => void requestFor(painted),
    build(painted) {
      const mine = ++turn;
      void requestFor(painted).done.then((card) => card && mine === turn && stays.build(painted, card));
    },
    open(painted, by, near) {
      const mine = ++turn;
      const asked = requestFor(painted);
      const show = () => {
        if (mine !== turn) return;
        if (asked.card === undefined) return page.dispatch({ type: 'close' });
        walk.end();
        stays.show(painted, asked.card, by === 'pointer' ? near : undefined);
      };
      if (asked.card === undefined) void asked.done.then(show);
      else show();
    },
    close() {
      turn += 1;
      stays.close();
    },
    owns: (target) => target !== null && (stays.owns(target) || walk.owns(target)),
    redraw: stays.redraw,
    step: walk.step,
  };
};
