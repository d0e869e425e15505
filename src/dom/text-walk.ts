import { createWalker } from './safe-document.ts';
import { findClosest, isElement, parentElementOf, parentOf, queryAll } from './safe-dom.ts';

/** Text in here is never read: editors, inputs, code, what is hidden from everyone or from assistive software. */
export const UNREAD =
  'script,style,noscript,template,textarea,input,select,option,datalist,button[role=combobox],' +
  'code,pre,kbd,samp,tt,svg,math,canvas,object,iframe,audio,video,' +
  '[contenteditable]:not([contenteditable=false i]),[role=textbox],[role=searchbox],[role=combobox],' +
  '[aria-hidden=true],[translate=no]:is(code,pre,span),[hidden]:not([hidden=until-found])';

/**
 * Visits the text nodes under a root in document order without touching the elements between them, since each
 * element touched costs 5-8 µs in Firefox. Subtrees that match UNREAD are jumped over: not one character of
 * them is read.
 */
export class TextWalk {
  readonly #walker: TreeWalker;
  readonly #leaps: ReadonlyMap<Node, Element>;

  constructor(root: Node) {
    this.#walker = createWalker(root, NodeFilter.SHOW_TEXT);
    this.#leaps = findLeaps(root);
  }

  /** The next text node, or nothing at the end. */
  next(): Text | undefined {
    let node = this.#walker.nextNode();
    while (node) {
      const unread = this.#leaps.get(node);
      if (!unread) return node as Text;
      this.#walker.currentNode = lastNodeIn(unread);
      node = this.#walker.nextNode();
    }
    return undefined;
  }
}

/** Whether a node stands in text that is never read. */
export function isUnread(node: Node): boolean {
  const element = isElement(node) ? node : parentElementOf(node);
  return element !== undefined && findClosest(element, UNREAD) !== undefined;
}

/** First text node of each unread subtree → that subtree; the outermost wins. */
function findLeaps(root: Node): Map<Node, Element> {
  const leaps = new Map<Node, Element>();
  for (const element of queryAll(root, UNREAD)) {
    const first = createWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    if (first && !leaps.has(first)) leaps.set(first, element);
  }
  return leaps;
}

function lastNodeIn(element: Element): Node {
  const walker = createWalker(element, NodeFilter.SHOW_ALL);
  let last: Node = element;
  for (let node = walker.lastChild(); node; node = walker.lastChild()) last = node;
  return last;
}

/** The nearest element around a node, going out of shadow roots. */
export function hostElementOf(node: Node): Element | undefined {
  if (node instanceof ShadowRoot) return node.host;
  const parent = parentOf(node);
  if (!parent) return undefined;
  if (parent instanceof ShadowRoot) return parent.host;
  return isElement(parent) ? parent : undefined;
}
