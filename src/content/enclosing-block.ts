import { findFirstText } from '../dom/safe-document.ts';
import { isElement, isText, parentElementOf } from '../dom/safe-dom.ts';
import { findBlock } from '../dom/text-runs.ts';
import { isUnread } from '../dom/text-walk.ts';

/** The block that a changed piece of text belongs to, when it does not hold whole blocks itself. */
export function findEnclosingBlock(root: Node): Node | undefined {
  if (isText(root)) return isUnread(root) ? undefined : findBlock(root);
  if (!isElement(root) || isUnread(root)) return undefined;
  const block = findBlock(root);
  const parent = parentElementOf(root);
  return block === undefined || parent === undefined || findBlock(findFirstText(root) ?? root) !== block
    ? undefined
    : block;
}
