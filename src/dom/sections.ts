import { outermostOf } from './document-order.ts';
import { createWalker } from './safe-document.ts';
import { findClosest, isElement, isMatching, isWithin, textOf } from './safe-dom.ts';

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';
/** What stands in one of these stands apart: its headings head nothing outside. */
const APART = 'dialog,aside,nav,[role=dialog]';
const MAX_HEADING_UNITS = 120;
/** Elements looked at before a block for its heading; further back it stands in the section of the block before. */
const MAX_STEPS_BACK = 400;

/** The heading that a block stands under, or nothing before the first. */
export type Heading = Element | undefined;

/**
 * The heading of a block, given the block before it and that one's heading: what lies between them decides. Costs as
 * much as lies between, and no more than a few hundred elements.
 */
export function findHeading(
  block: Node,
  before?: { readonly block: Node; readonly heading: Heading },
): Heading {
  if (isElement(block) && isMatching(block, HEADINGS)) return block;
  const walker = createWalker(document, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = outermostOf(block);
  const end = before && outermostOf(before.block);
  for (let steps = 0; steps < MAX_STEPS_BACK; steps += 1) {
    const node = walker.previousNode();
    if (!node) return undefined;
    if (isMatching(node as Element, HEADINGS) && isHeadOf(block, node as Element)) return node as Element;
    if (node === end && isHeadOf(block, before?.heading)) return before?.heading;
  }
  return before?.heading;
}

function isHeadOf(block: Node, heading: Heading): boolean {
  const apart = heading && findClosest(heading, APART);
  return apart === undefined || isWithin(block, apart);
}

/** A heading's words, shortened; empty for nothing. */
export function titleOf(heading: Heading): string {
  return (heading ? textOf(heading) : '').replace(/\s+/g, ' ').trim().slice(0, MAX_HEADING_UNITS);
}

/** Whether a block is a heading or inside one. */
export function isInHeading(block: Node, heading: Heading): boolean {
  return heading !== undefined && isWithin(block, heading);
}
