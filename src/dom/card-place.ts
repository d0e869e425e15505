import { computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom';
import { type Box, distanceToBox, findBoundingBox, type Point } from '../core/geometry.ts';
import { cardMostHeight, gapPx } from './card-host-style.ts';

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

/**
 * Places the frame above or below the box where it fits best, inside the screen; resolves to the side it took.
 * With `side` it keeps to that side, so that a card does not jump while its content grows.
 */
export async function placeBeside(
  frame: HTMLElement,
  anchor: Box,
  side: Placement | undefined,
  change: (work: () => void) => void,
): Promise<Placement> {
  const rect = new DOMRect(anchor.left, anchor.top, anchor.right - anchor.left, anchor.bottom - anchor.top);
  // Only the screen bounds a card: it is in the top layer.
  const room = { padding: gapPx, boundary: [] };
  const flipping = flip({ ...room, crossAxis: false, fallbackPlacements: ['top-start'] });
  // Measured at its own height first, so that the better side is found.
  if (side === undefined) change(() => frame.style.removeProperty('--room'));
  const { x, y, placement } = await computePosition({ getBoundingClientRect: () => rect }, frame, {
    strategy: 'fixed',
    placement: side ?? 'bottom-start',
    middleware: [
      offset(gapPx),
      ...(side === undefined ? [flipping] : []),
      shift(room),
      size({
        ...room,
        apply: ({ availableHeight }) => {
          const most = Math.max(0, Math.min(availableHeight, cardMostHeight * innerHeight));
          change(() => frame.style.setProperty('--room', `${Math.floor(most)}px`));
        },
      }),
    ],
  });
  change(() => {
    frame.style.left = `${Math.round(x)}px`;
    frame.style.top = `${Math.round(y)}px`;
  });
  return placement;
}
