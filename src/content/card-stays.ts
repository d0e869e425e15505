import type { Card } from '../core/card.ts';
import type { Point } from '../core/geometry.ts';
import type { PaintedMention } from '../dom/painted.ts';
import type { RequestCard } from './card-content.ts';
import type { CardPage } from './card-door.ts';
import { CardStay } from './card-stay.tsx';

/** The stays of one page's cards: one open at most, one built ahead at most. */
export function createStays(page: CardPage, request: RequestCard) {
  let built: { readonly id: number; readonly stay: CardStay } | undefined;
  let open: CardStay | undefined;
  page.signal.addEventListener('abort', () => open?.endWithPage(), { once: true });

  const take = (id: number): CardStay => {
    if (open?.isOpen) return open;
    // Still fading: it makes room for this one.
    open?.close(true);
    return built?.id === id ? built.stay : new CardStay(page, request);
  };
  return {
    /** Renders a card off the page, unless one is open that would take it in. */
    build(painted: PaintedMention, card: Card): void {
      if (open?.isOpen) return;
      const stay = new CardStay(page, request);
      stay.prepare(painted, card);
      built = { id: painted.id, stay };
    },
    show(painted: PaintedMention, card: Card, near: Point | undefined): void {
      open = take(painted.id);
      built = undefined;
      open.show(painted, card, near);
    },
    close(): void {
      built = undefined;
      open?.close(false);
    },
    owns: (target: EventTarget) => open?.owns(target) ?? false,
    redraw: () => open?.redraw(),
  };
}
