import { createWalker } from './safe-document.ts';
import { findClosest, isElement, isWithin, nameOf, parentElementOf, parentOf } from './safe-dom.ts';
import { isUnread, isUnreadItself } from './text-walk.ts';

/** The visible text of one block (a paragraph, heading, list item, cell), joined across inline elements. */
export interface Passage {
  readonly block: Node;
  /** `<br>` reads as a line break; everything else as it stands. */
  readonly text: string;
  readonly runs: readonly TextRun[];
}

/** One text node's share of a Passage. */
export interface TextRun {
  readonly node: Text;
  /** Offset of the node's first unit in the Passage's text. */
  readonly start: number;
}

/** Longer blocks are cut: a page that is one endless paragraph must not cost more than any other. */
const MAX_PASSAGE_UNITS = 100_000;
/** And one text of so many is a data dump: what is behind is not read with care. */
const MAX_NODE_UNITS = 500_000;

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby rb rt rp s slot small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** The block that a text node reads in: its nearest ancestor that is not inline, or its shadow root. */
export function findBlock(text: Node): Node | undefined {
  let node: Node | null = parentOf(text);
  while (node && isElement(node) && isInline(node)) {
    const parent: Node | null = parentOf(node);
    if (!parent) return node;
    node = parent;
  }
  return node ?? undefined;
}

/** By name first; elements that pages style freely are asked for what they are. */
export function isInline(element: Element): boolean {
  const name = nameOf(element);
  if (name === 'span' || name === 'a' || name.includes('-')) return isStyledInline(element);
  return INLINE.has(name);
}

function isStyledInline(element: Element): boolean {
  const { display } = getComputedStyle(element);
  return (
    display.startsWith('inline') || display === 'contents' || display === '' || display.startsWith('ruby')
  );
}

/** Reads the Passage of a block; nothing when it has no text. */
export function readPassage(block: Node): Passage | undefined {
  const walker = createWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const runs: TextRun[] = [];
  let text = '';
  let node = walker.nextNode();
  while (node && text.length < MAX_PASSAGE_UNITS) {
    if (!isElement(node)) {
      runs.push({ node: node as Text, start: text.length });
      text += (node as Text).data.slice(0, MAX_NODE_UNITS);
      node = walker.nextNode();
      continue;
    }
    const name = nameOf(node);
    if (name === 'br') text += '\n';
    if (name === 'br' || (isInline(node) && !isUnreadItself(node))) {
      node = walker.nextNode();
      continue;
    }
    text += text.endsWith('\n') || text === '' ? '' : '\n';
    node = nextAfter(walker, node, block);
  }
  return runs.length === 0 ? undefined : { block, text, runs };
}

/** The next node that is not inside `element`, still within `block`. */
function nextAfter(walker: TreeWalker, element: Node, block: Node): Node | null {
  walker.currentNode = element;
  let next = walker.nextSibling();
  while (!next) {
    const parent = walker.parentNode();
    if (!parent || !isWithin(parent, block)) return null;
    next = walker.nextSibling();
  }
  return next;
}

/** The place of a stretch of a Passage's text in the document; nothing when its nodes have changed since, or became unread. */
export function rangeOf(passage: Passage, start: number, end: number): StaticRange | undefined {
  const first = findRun(passage.runs, start);
  const last = findRun(passage.runs, end - 1);
  // Before a character of it is read: an inline element may have become an editor.
  if (!first || !last || isUnread(first.node) || isUnread(last.node)) return undefined;
  const startOffset = start - first.start;
  const endOffset = end - last.start;
  if (startOffset >= first.node.length || endOffset > last.node.length) return undefined;
  // It may have changed while it was being decided what it means.
  const tail = Math.min(end - start, endOffset);
  const isAsRead =
    passage.text.startsWith(first.node.substringData(startOffset, end - start), start) &&
    passage.text.endsWith(last.node.substringData(endOffset - tail, tail), end);
  if (!isAsRead) return undefined;
  return new StaticRange({
    startContainer: first.node,
    startOffset,
    endContainer: last.node,
    endOffset,
  });
}

function findRun(runs: readonly TextRun[], offset: number): TextRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return runs[low];
}

/** The link that a node stands in, if any. */
export function findLink(node: Node): Element | undefined {
  const element = parentElementOf(node);
  return element && findClosest(element, 'a[href],area[href]');
}
