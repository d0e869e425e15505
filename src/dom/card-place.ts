import { type Box, distanceToBox, findBoundingBox, type Point } from '../core/geometry.ts';
import { placeCard, type Side } from '../core/place-card.ts';

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

/** Places the frame beside the box; gives the side it took. With `side` it keeps to that one. */
export function placeBeside(frame: HTMLElement, anchor: Box, side: Side | undefined): Side {
  const { style } = frame;
  // Measured at the height its content asks for, so that the better side is found.
  if (side === undefined) style.removeProperty('--room');
  const { offsetWidth: width, offsetHeight: height } = frame;
  const isRtl = getComputedStyle(frame).direction === 'rtl';
  const place = placeCard({ anchor, screen: findScreen(), width, height, side, isRtl });
  style.setProperty('--room', `${Math.floor(place.room)}px`);
  style.left = `${Math.round(place.left)}px`;
  const top = place.side === 'below' ? place.edge : place.edge - frame.offsetHeight;
  style.top = `${place.side === 'below' ? Math.ceil(top) : Math.floor(top)}px`;
  return place.side;
}
