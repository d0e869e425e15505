import { type Box, isInBox, type Point } from '../core/geometry.ts';
import type { PaintedMention, PaintedMentions } from './painted.ts';
import { findCaretAt } from './safe-document.ts';
import { elementAround, isAttached, isWithin, rootOf } from './safe-dom.ts';

/** A StaticRange as a live one, for a moment's look; nothing when its text has changed or gone. */
export function findLiveRange(range: StaticRange): Range | undefined {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (!isAttached(startContainer) || !isAttached(endContainer)) return undefined;
  const live = new Range();
  try {
    live.setStart(startContainer, startOffset);
    live.setEnd(endContainer, endOffset);
  } catch {
    return undefined;
  }
  return live.collapsed ? undefined : live;
}

/** The boxes of a Mark, one a line and text node, CSS px of the viewport; nothing is an empty list. */
export function findBoxes(range: StaticRange): readonly Box[] {
  const live = findLiveRange(range);
  if (live === undefined) return [];
  return Array.from(live.getClientRects()).filter((rect) => rect.width > 0 && rect.height > 0);
}

/** Whether the target is the text's own element: a mere ancestor means that something clips or covers it. */
function isOwnElement(target: Element, text: Text): boolean {
  const parent = elementAround(text);
  if (parent === undefined || parent === target) return parent === target;
  // These two never are a target themselves: their nearest ancestor is.
  const style = getComputedStyle(parent);
  return (style.pointerEvents === 'none' || style.display === 'contents') && holds(target, parent);
}

/** As `contains`, but looks into shadow trees, and a form's fields cannot shadow the method. */
function holds(target: Element, node: Node): boolean {
  if (isWithin(node, target)) return true;
  const root = rootOf(node);
  return root instanceof ShadowRoot && holds(target, root.host);
}

function isVisiblyHit(point: Point, text: Text, target: Element): boolean {
  const root = rootOf(text);
  if (!(root instanceof ShadowRoot)) return isOwnElement(target, text);
  // A closed root shows its host as the target: ask the root itself, so that overlays inside it count.
  const inner = root.elementFromPoint(point.x, point.y);
  return inner !== null && holds(target, text) && isOwnElement(inner, text);
}

/**
 * The painted Mention under a point of the viewport; nothing in the blank beside a line, under an overlay or
 * where the text is clipped away. `target` is the innermost element that the event was sent to.
 */
export function findHit(marks: PaintedMentions, point: Point, target: Element): PaintedMention | undefined {
  const text = findCaretAt(point.x, point.y, marks.findRoots());
  if (!(text instanceof Text)) return undefined;
  const painted = marks.findIn(text);
  if (painted.length === 0 || !isVisiblyHit(point, text, target)) return undefined;
  return painted.find(({ range }) => findBoxes(range).some((box) => isInBox(point, box)));
}
