/** A place in the viewport, CSS px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box in the viewport, CSS px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether the point lies in the box, edges included. */
export function isInBox(point: Point, box: Box): boolean {
  return point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom;
}

/** Distance from the point to the box, px; 0 inside. */
export function distanceToBox(point: Point, box: Box): number {
  const dx = Math.max(box.left - point.x, 0, point.x - box.right);
  const dy = Math.max(box.top - point.y, 0, point.y - box.bottom);
  return Math.hypot(dx, dy);
}

/** The smallest box around all of them; nothing for none. */
export function findBoundingBox(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

function side(a: Point, b: Point, p: Point): number {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

function isInTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const sides = [side(a, b, p), side(b, c, p), side(c, a, p)];
  return sides.every((s) => s >= 0) || sides.every((s) => s <= 0);
}

/** Whether the point is on a straight way from `apex` to some place of the box: the "safe triangle". */
export function isOnWayTo(point: Point, apex: Point, box: Box): boolean {
  const corners = [
    { x: box.left, y: box.top },
    { x: box.right, y: box.top },
    { x: box.right, y: box.bottom },
    { x: box.left, y: box.bottom },
  ];
  // The fan over the four edges is the hull of apex and box, wherever the apex lies.
  return corners.some((corner, i) => {
    const next = corners[(i + 1) % corners.length];
    return next !== undefined && isInTriangle(point, apex, corner, next);
  });
}
