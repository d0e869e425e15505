import { findFirstText } from '../dom/safe-document.ts';
import { isElement, isText, parentOf } from '../dom/safe-dom.ts';
import { findBlock, isInline } from '../dom/text-runs.ts';
import { isUnread, isUnreadItself } from '../dom/text-walk.ts';

/**
 * The block that a changed piece of text belongs to; nothing when it has no text or begins with a block of its own. An
 * inline element may hold whole blocks all the same, behind a first text that does not.
 */
export function findEnclosingBlock(root: Node): Node | undefined {
  if (isText(root)) return findBlock(root);
  const parent = isElement(root) && parentOf(root);
  if (!parent || isUnread(parent)) return undefined;
  // What is an editor now, or hidden, may have been read with the words beside it until now.
  if (isUnreadItself(root)) return isInline(root) ? findBlock(root) : undefined;
  const first = findFirstText(root);
  const block = first && findBlock(root);
  return first && findBlock(first) === block ? block : undefined;
}
