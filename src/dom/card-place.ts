import { type Box, distanceToBox, findBoundingBox, type Point } from '../core/geometry.ts';
import { cardMostHeight, placeCard, type Side } from '../core/place-card.ts';

/** Beside its term, or as a sheet at the foot of the screen. */
export type Shape = 'beside' | 'sheet';

/** Screens without room beside a term, or without a pointer fine enough to travel to a card. */
const sheetScreens = '(max-width: 479px), (max-height: 319px), (pointer: coarse)';

/** Whether this screen takes a card beside the term or a sheet at its bottom. */
export function findShape(): Shape {
  return matchMedia(sheetScreens).matches ? 'sheet' : 'beside';
}

/** Which of a term's lines is nearest to the point, as a position in the list; the first without a point. */
export function findNearestLine(lines: readonly Box[], near: Point | undefined): number {
  if (near === undefined) return 0;
  const distances = lines.map((line) => distanceToBox(near, line));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}

/**
 * The box a card keeps clear of: as wide as one line of the term, as high as all of them, since a card under the
 * first line would cover the second. Nothing for a term that shows nowhere.
 */
export function findAnchorBox(lines: readonly Box[], line: number): Box | undefined {
  const all = findBoundingBox(lines);
  const across = lines[line] ?? lines[0];
  if (all === undefined || across === undefined) return undefined;
  return { left: across.left, right: across.right, top: all.top, bottom: all.bottom };
}

/** What is seen of the page, zoomed by fingers too, CSS px of the viewport. */
function findScreen(): Box {
  const seen = visualViewport;
  if (seen === null) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const { offsetLeft: left, offsetTop: top, width, height } = seen;
  return { left, top, right: left + width, bottom: top + height };
}

/** Where a card is now, and on which side of its term. */
export interface Placed {
  readonly side: Side;
  readonly box: Box;
}

/**
 * Puts a sheet at the foot of the screen, below its term; above it, at the top, where it would lie on the term below.
 * With `side` it stays there.
 */
export function placeSheet(frame: HTMLElement, anchor: Box, side: Side | undefined): Placed {
  frame.dataset['side'] = side ?? 'below';
  const box = frame.getBoundingClientRect();
  const isCovered = anchor.bottom > box.top && anchor.top >= box.height;
  if (side !== undefined || !isCovered) return { side: side ?? 'below', box };
  return placeSheet(frame, anchor, 'above');
}

/** What most cards ask for. Put where they would go before they are measured, they are laid out once and not twice. */
const usual = { width: 420, height: Number.POSITIVE_INFINITY };

/** Places the frame beside the box. With `side` it keeps to that one. */
export function placeBeside(frame: HTMLElement, anchor: Box, side: Side | undefined): Placed {
  const { style } = frame;
  const screen = findScreen();
  const isRtl = getComputedStyle(frame).direction === 'rtl';
  const put = (size: typeof usual): Placed => {
    const place = placeCard({ anchor, screen, ...size, side, isRtl });
    const height = Math.min(size.height, Math.floor(place.room));
    const left = Math.round(place.left);
    const top = place.side === 'below' ? Math.ceil(place.edge) : Math.floor(place.edge - height);
    style.left = `${left}px`;
    style.top = `${top}px`;
    // Measured at the height its content asks for, so that the better side is found.
    const isMeasured = size !== usual || place.room >= cardMostHeight * (screen.bottom - screen.top);
    // On the frame alone: a custom property would have everything in the card styled again.
    style.maxHeight = isMeasured ? `${Math.floor(place.room)}px` : '';
    return { side: place.side, box: { left, top, right: left + size.width, bottom: top + height } };
  };
  if (side === undefined) put(usual);
  return put({ width: frame.offsetWidth, height: frame.offsetHeight });
}
