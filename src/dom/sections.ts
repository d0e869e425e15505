import { compareOrder, isWithin, queryAll, textOf } from './safe-dom.ts';

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';
const MAX_HEADING_UNITS = 120;

/** Where in the outline of a page a block stands. */
export interface Section {
  /** 0 before the first heading. */
  readonly index: number;
  /** The heading's words; empty before the first. */
  readonly title: string;
  /** Whether the block is a heading or inside one. */
  readonly isHeading: boolean;
}

/** The section of each block; blocks must come in document order. Blocks in shadow roots join the section before. */
export function findSections(root: ParentNode & Node, blocks: readonly Node[]): readonly Section[] {
  if (blocks.length === 0) return [];
  const headings = queryAll(root, HEADINGS);
  let passed = 0;
  return blocks.map((block) => {
    while (passed < headings.length && isAtOrBefore(headings[passed], block)) passed += 1;
    const heading = headings[passed - 1];
    return {
      index: passed,
      title: (heading ? textOf(heading) : '').replace(/\s+/g, ' ').trim().slice(0, MAX_HEADING_UNITS),
      isHeading: heading !== undefined && isWithin(block, heading),
    };
  });
}

function isAtOrBefore(heading: Element | undefined, block: Node): boolean {
  return heading !== undefined && (heading === block || compareOrder(heading, block) < 0);
}
