import { findFirstText } from '../dom/safe-document.ts';
import { isElement, isText, parentElementOf } from '../dom/safe-dom.ts';
import { findBlock } from '../dom/text-runs.ts';
import { isUnread, isUnreadItself } from '../dom/text-walk.ts';

/**
 * The block that a changed piece of text belongs to; nothing when it has no text or begins with a block of its own. An
 * inline element may hold whole blocks all the same, behind a first text that does not.
 */
export function findEnclosingBlock(root: Node): Node | undefined {
  if (isText(root)) return isUnread(root) ? undefined : findBlock(root);
  const parent = isElement(root) && parentElementOf(root);
  if (!parent || isUnread(parent)) return undefined;
  const block = findBlock(root);
  // What is an editor now, or hidden, was read with the words beside it until now.
  if (isUnreadItself(root)) return block;
  const first = findFirstText(root);
  return first && findBlock(first) === block ? block : undefined;
}
