import { createRange, createWalker, isWholeEditor } from './safe-document.ts';
import {
  attributeOf,
  childOf,
  elementAround,
  findClosest,
  hasAttributes,
  isElement,
  isMatching,
  isText,
  isWithin,
  nameOf,
  nodeNameOf,
  rootOf,
  shadowRootOf,
} from './safe-dom.ts';

/** Text in here is never read: editors, inputs, code, what is hidden from everyone or from assistive software. */
const UNREAD_NAMES =
  'script,style,noscript,template,textarea,input,select,option,datalist,code,pre,kbd,samp,tt,svg,math,canvas,' +
  'object,iframe,audio,video';
const UNREAD_ATTRIBUTES =
  'button[role=combobox],[contenteditable]:not([contenteditable=false i]),[role=textbox],[role=searchbox],' +
  '[role=combobox],[aria-hidden=true],span[translate=no],[hidden]:not([hidden=until-found])';
/** The attributes that decide it, so that what a page hides behind a dialog is seen when it shows again. */
export const UNREAD_BY = ['role', 'contenteditable', 'aria-hidden', 'translate', 'hidden'] as const;
const UNREAD = `${UNREAD_NAMES},${UNREAD_ATTRIBUTES}`;
const unreadNames = inBothCases(UNREAD_NAMES);

/** Elements without a hyphen in their name that the browser lets hold a shadow root. */
const plainHosts = inBothCases(
  'article,aside,blockquote,body,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span',
);
const TEXT = '#text';
/** A page that takes away so often what is just being read would have us read for ever: what it brings is reported. */
const MOST_LOSSES = 100;

/**
 * Visits the text nodes under a root, or the one that it is, in document order, and each element between them once, so that it can stop
 * anywhere: a look-up over a whole page takes as long, but in one piece. Unread subtrees are jumped over: not one
 * character of them is read.
 */
export class TextWalk {
  readonly #walker: TreeWalker;
  readonly #root: Node;
  readonly #onHost: (shadow: ShadowRoot) => void;
  /** Where the walk stands while it is kept: browsers move it out of what is taken away, to where that was. */
  #place: Range | undefined;
  /** Where it goes on from there, until it has. */
  #found: Node | undefined;
  #losses = 0;
  /** Nodes looked at so far. */
  visits = 0;
  done = false;

  /** `onHost` is told of each open shadow root on the way; the walk does not go into it. */
  constructor(root: Node, onHost: (shadow: ShadowRoot) => void = () => {}) {
    this.#walker = createWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    this.#root = root;
    this.#onHost = onHost;
    if (isElement(root)) this.#lookForHost(root, nodeNameOf(root));
  }

  /** The next text node; nothing at the end (`done`), or after this many nodes more without one. */
  next(mostVisits = Number.POSITIVE_INFINITY): Text | undefined {
    if (this.visits === 0 && isText(this.#root)) {
      this.visits = 1;
      return this.#root;
    }
    const end = this.visits + mostVisits;
    while (this.visits < end) {
      const node = this.#walker.nextNode();
      if (!node) {
        this.done = true;
        return undefined;
      }
      this.visits += 1;
      // A page has ten thousands of nodes: each is asked as little as will do.
      const name = nodeNameOf(node);
      if (name === TEXT) return node as Text;
      const element = node as Element;
      if (isUnreadAs(name, element)) this.#walker.currentNode = lastNodeIn(element);
      else this.#lookForHost(element, name);
    }
    return undefined;
  }

  /** To be called before the page gets its turn, which may take out or move what the walk stands on. */
  keepPlace(): void {
    const { currentNode } = this.#walker;
    // The place found last is still right; and what it goes on from may hold no place, as a doctype.
    if (currentNode === this.#found) return;
    this.#found = undefined;
    this.#place ??= createRange();
    this.#place.setStart(currentNode, 0);
  }

  /** And after it: what has gone is passed over, what stood behind it is not. */
  findPlace(): void {
    if (!this.#place || this.#losses >= MOST_LOSSES) return;
    const { startContainer, startOffset } = this.#place;
    if (startContainer === this.#walker.currentNode || !isWithin(startContainer, this.#root)) return;
    this.#losses += 1;
    const before = childOf(startContainer, startOffset - 1);
    this.#found = before ? lastNodeIn(before) : startContainer;
    this.#walker.currentNode = this.#found;
  }

  #lookForHost(element: Element, name: string): void {
    const shadow = plainHosts.has(name) || name.includes('-') ? shadowRootOf(element) : undefined;
    if (shadow) this.#onHost(shadow);
  }
}

/** Whether text in this element is never read, whatever stands around it. */
export function isUnreadItself(element: Element): boolean {
  return isUnreadAs(nodeNameOf(element), element);
}

function isUnreadAs(name: string, element: Element): boolean {
  if (unreadNames.has(name) || (name.includes(':') && unreadNames.has(nameOf(element)))) return true;
  return hasAttributes(element) && isMatching(element, UNREAD_ATTRIBUTES);
}

/** Whether a node stands in text that is never read, as all does in a document that is an editor by now. */
export function isUnread(node: Node): boolean {
  if (isWholeEditor()) return true;
  // Of what holds a shadow tree its text does not tell.
  for (let at = isElement(node) ? node : elementAround(node); at; at = elementAround(rootOf(at)))
    if (findClosest(at, UNREAD)) return true;
  return false;
}

/** Whether text is read now and was not before an attribute changed, or the reverse. */
export function changesReading({ target, attributeName, oldValue }: MutationRecord): boolean {
  const name = attributeName ?? '';
  return isUnreadBy(name, oldValue) !== isUnreadBy(name, attributeOf(target as Element, name) ?? null);
}

function isUnreadBy(name: string, value: string | null): boolean {
  if (value === null) return false;
  if (name === 'hidden') return value !== 'until-found';
  if (name === 'contenteditable') return value.toLowerCase() !== 'false';
  return ['true', 'no', 'textbox', 'searchbox', 'combobox'].includes(value);
}

/** As names stand in XML and in HTML. */
function inBothCases(names: string): ReadonlySet<string> {
  return new Set(`${names},${names.toUpperCase()}`.split(','));
}

function lastNodeIn(top: Node): Node {
  const walker = createWalker(top, NodeFilter.SHOW_ALL);
  let last = top;
  for (let node = walker.lastChild(); node; node = walker.lastChild()) last = node;
  return last;
}
