import { createWalker } from './safe-document.ts';
import {
  findClosest,
  hasAttributes,
  isElement,
  isMatching,
  nameOf,
  parentElementOf,
  shadowRootOf,
} from './safe-dom.ts';

/** Text in here is never read: editors, inputs, code, what is hidden from everyone or from assistive software. */
const UNREAD_NAMES = new Set(
  (
    'script,style,noscript,template,textarea,input,select,option,datalist,code,pre,kbd,samp,tt,svg,math,canvas,' +
    'object,iframe,audio,video'
  ).split(','),
);
const UNREAD_ATTRIBUTES =
  'button[role=combobox],[contenteditable]:not([contenteditable=false i]),[role=textbox],[role=searchbox],' +
  '[role=combobox],[aria-hidden=true],span[translate=no],[hidden]:not([hidden=until-found])';
const UNREAD = `${[...UNREAD_NAMES].join()},${UNREAD_ATTRIBUTES}`;

/** Elements without a hyphen in their name that the browser lets hold a shadow root. */
const PLAIN_HOSTS = new Set(
  'article,aside,blockquote,body,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span'.split(','),
);

/**
 * Visits the text nodes under a root in document order, and each element between them once, so that it can stop
 * anywhere: a look-up over a whole page takes as long, but in one piece. Unread subtrees are jumped over: not one
 * character of them is read.
 */
export class TextWalk {
  readonly #walker: TreeWalker;
  readonly #onHost: (shadow: ShadowRoot) => void;
  /** Nodes looked at so far. */
  visits = 0;
  done = false;

  /** `onHost` is told of each open shadow root on the way; the walk does not go into it. */
  constructor(root: Node, onHost: (shadow: ShadowRoot) => void = () => {}) {
    this.#walker = createWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    this.#onHost = onHost;
    if (isElement(root)) this.#lookForHost(root);
  }

  /** The next text node; nothing at the end (`done`), or after this many nodes more without one. */
  next(mostVisits = Number.POSITIVE_INFINITY): Text | undefined {
    const end = this.visits + mostVisits;
    while (this.visits < end) {
      const node = this.#walker.nextNode();
      if (!node) {
        this.done = true;
        return undefined;
      }
      this.visits += 1;
      if (!isElement(node)) return node as Text;
      if (isUnreadItself(node)) this.#walker.currentNode = lastNodeIn(node);
      else this.#lookForHost(node);
    }
    return undefined;
  }

  #lookForHost(element: Element): void {
    const name = nameOf(element);
    const shadow = PLAIN_HOSTS.has(name) || name.includes('-') ? shadowRootOf(element) : undefined;
    if (shadow) this.#onHost(shadow);
  }
}

/** Whether text in this element is never read, whatever stands around it. */
export function isUnreadItself(element: Element): boolean {
  if (UNREAD_NAMES.has(nameOf(element))) return true;
  return hasAttributes(element) && isMatching(element, UNREAD_ATTRIBUTES);
}

/** Whether a node stands in text that is never read. */
export function isUnread(node: Node): boolean {
  const element = isElement(node) ? node : parentElementOf(node);
  return element !== undefined && findClosest(element, UNREAD) !== undefined;
}

function lastNodeIn(element: Element): Node {
  const walker = createWalker(element, NodeFilter.SHOW_ALL);
  let last: Node = element;
  for (let node = walker.lastChild(); node; node = walker.lastChild()) last = node;
  return last;
}
