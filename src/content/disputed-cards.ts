import type { DisputedPlace } from '../core/landing.ts';
import type { Mention } from '../core/mention.ts';
import type { CreateCards } from './card-door.ts';
import { DisputedStay } from './disputed-stay.tsx';
import { createKeyWalk } from './key-walk.ts';

/** The cards of a Source's own page: one for each disputed passage, at most one open. */
export function createDisputedCards(findPlace: (mention: Mention) => DisputedPlace | undefined): CreateCards {
  return (page) => {
    const walk = createKeyWalk(page);
    let open: DisputedStay | undefined;
    page.signal.addEventListener('abort', () => open?.close(true), { once: true });
    return {
      // All that such a card says has come with the page.
      ask: () => {},
      build: () => {},
      open(painted, by, near) {
        walk.end();
        open?.close(true);
        const place = findPlace(painted.mention);
        if (place === undefined) return page.dispatch({ type: 'close' });
        open = new DisputedStay(page, painted, place, by === 'pointer' ? near : undefined);
      },
      close() {
        open?.close(false);
        open = undefined;
      },
      owns: (target) => target !== null && (open?.owns(target) || walk.owns(target) || false),
      redraw: () => open?.redraw(),
      step: walk.step,
    };
  };
}
