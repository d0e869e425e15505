import { findFirstText } from '../dom/safe-document.ts';
import { isElement, isText, parentElementOf } from '../dom/safe-dom.ts';
import { findBlock } from '../dom/text-runs.ts';
import { isUnread } from '../dom/text-walk.ts';

/** The block that a changed piece of text belongs to; nothing when it has no text or holds whole blocks itself. */
export function findEnclosingBlock(root: Node): Node | undefined {
  if (isText(root)) return isUnread(root) ? undefined : findBlock(root);
  if (!isElement(root) || isUnread(root)) return undefined;
  const first = findFirstText(root);
  if (first === undefined || parentElementOf(root) === undefined) return undefined;
  const block = findBlock(root);
  return findBlock(first) === block ? block : undefined;
}
