import type { Box } from './geometry.ts';

/** Distance of a card from its term and from the edges of the screen, CSS px. */
export const gapPx = 8;

/** Height of a card at most, share of the screen: the page stays in sight. */
export const cardMostHeight = 0.6;

/** The side of its term on which a card stands. */
export type Side = 'below' | 'above';

/** Where a card goes, CSS px of the viewport. It is held at the edge next to its term and grows away from it. */
export interface CardPlace {
  readonly side: Side;
  readonly left: number;
  /** Its top edge if below, its bottom edge if above. */
  readonly edge: number;
  /** How high it may become. */
  readonly room: number;
}

/** What a card must fit, CSS px of the viewport. */
export interface PlaceOptions {
  /** What the card keeps clear of. */
  readonly anchor: Box;
  /** What it may fill. */
  readonly screen: Box;
  /** Size that its content asks for. */
  readonly width: number;
  readonly height: number;
  /** Keep to this side, so that a card does not jump while it grows. */
  readonly side?: Side | undefined;
  /** Right-to-left: begin at the term's right edge. */
  readonly isRtl?: boolean;
}

function chooseSide(below: number, above: number, wanted: number): Side {
  if (below >= wanted) return 'below';
  if (above >= wanted) return 'above';
  return below >= above ? 'below' : 'above';
}

/**
 * Places a card below its term, or above where only that fits or fits better; never over the term, never off the
 * screen.
 */
export function placeCard(options: PlaceOptions): CardPlace {
  const { anchor, screen, width, height } = options;
  const below = Math.max(0, screen.bottom - gapPx - (anchor.bottom + gapPx));
  const above = Math.max(0, anchor.top - gapPx - (screen.top + gapPx));
  const most = cardMostHeight * (screen.bottom - screen.top);
  const side = options.side ?? chooseSide(below, above, Math.min(height, most));
  const wished = options.isRtl ? anchor.right - width : anchor.left;
  const furthest = screen.right - gapPx - width;
  return {
    side,
    left: Math.max(screen.left + gapPx, Math.min(wished, furthest)),
    edge: side === 'below' ? anchor.bottom + gapPx : anchor.top - gapPx,
    room: Math.min(most, side === 'below' ? below : above),
  };
}
