import { isAttached, isWithin } from '../dom/safe-dom.ts';
import { rangeOf } from '../dom/text-runs.ts';
import { isUnread } from '../dom/text-walk.ts';
import type { Entry } from './placed-mentions.ts';

/**
 * Whether a part of a block that was read has gone or does not say any more what it said, as what changes while it is
 * hidden. What is hidden as a whole is kept as it was: it may show again.
 */
export function hasLost(block: Node, { passage, shown, mentions }: Entry): boolean {
  if (isUnread(block)) return false;
  return (
    passage.runs.some(({ node }) => !isAttached(node) || !isWithin(node, block)) ||
    mentions.some(({ start, end }) => rangeOf(shown, start, end) === undefined)
  );
}
