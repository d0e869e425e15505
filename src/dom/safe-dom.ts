/**
 * The one place that reads structure from elements of the page. A form's named controls shadow its properties
 * (`<form><input name="parentNode">`), in Chromium's isolated world too, so everything goes through the
 * prototypes' own getters and methods; those of our own world, which no page changes.
 */

type Getter<T> = (this: unknown) => T;

function getter<T>(prototype: object, name: string): Getter<T> {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`this browser has no ${name}`);
  return get as Getter<T>;
}

const parentNodeGet = getter<ParentNode | null>(Node.prototype, 'parentNode');
const isConnectedGet = getter<boolean>(Node.prototype, 'isConnected');
const nodeTypeGet = getter<number>(Node.prototype, 'nodeType');
const nodeNameGet = getter<string>(Node.prototype, 'nodeName');
// Browsers make the prototype of elements when it is first asked for, and most frames are empty.
let localNameGet: Getter<string> | undefined;
let shadowRootGet: Getter<ShadowRoot | null> | undefined;
const textContentGet = getter<string | null>(Node.prototype, 'textContent');

/** The parent, whatever the page has put in its place; null at the top. */
export function parentOf(node: Node): ParentNode | null {
  return parentNodeGet.call(node);
}

/** The child at this place among its siblings; nothing before the first or behind the last. */
export function childOf(node: Node, at: number): Node | undefined {
  return getter<NodeListOf<ChildNode>>(Node.prototype, 'childNodes').call(node)[at];
}

/** The parent if it is an element; nothing at the top of a document or shadow root. */
export function parentElementOf(node: Node): Element | undefined {
  const parent = parentOf(node);
  return parent && isElement(parent) ? parent : undefined;
}

/** The nearest element around a node, going out of shadow roots; nothing at the top. */
export function elementAround(node: Node): Element | undefined {
  const around = node instanceof ShadowRoot ? node : parentOf(node);
  return around instanceof ShadowRoot ? around.host : around && isElement(around) ? around : undefined;
}

/** Whether the node is in a document. */
export function isAttached(node: Node): boolean {
  return isConnectedGet.call(node);
}

/** Whether the node is an element. */
export function isElement(node: Node): node is Element {
  return nodeTypeGet.call(node) === Node.ELEMENT_NODE;
}

/** Whether the node is text. */
export function isText(node: Node): node is Text {
  return nodeTypeGet.call(node) === Node.TEXT_NODE;
}

/** Kind and name at once: `#text`, or an element's name with its prefix, in capitals in HTML. */
export function nodeNameOf(node: Node): string {
  return nodeNameGet.call(node);
}

/** Lower-case in HTML. */
export function nameOf(element: Element): string {
  localNameGet ??= getter<string>(Element.prototype, 'localName');
  return localNameGet.call(element);
}

/** The element's open shadow root; nothing when it has none. */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  shadowRootGet ??= getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');
  return shadowRootGet.call(element) ?? undefined;
}

/** Whether the node is the ancestor or lies in it, within one tree. */
export function isWithin(node: Node, ancestor: Node): boolean {
  return Node.prototype.contains.call(ancestor, node);
}

/** The element or its nearest ancestor that the selector fits; nothing when there is none. */
export function findClosest(element: Element, selector: string): Element | undefined {
  return Element.prototype.closest.call(element, selector) ?? undefined;
}

/** All text inside a node, hidden or not. */
export function textOf(node: Node): string {
  return textContentGet.call(node) ?? '';
}

/** Brings an element into view. */
export function scrollToElement(element: Element, options: ScrollIntoViewOptions): void {
  Element.prototype.scrollIntoView.call(element, options);
}

/** Whether the selector fits the element. */
export function isMatching(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

/** Far cheaper than any selector, and false for most elements. */
export function hasAttributes(element: Element): boolean {
  return Element.prototype.hasAttributes.call(element);
}

/** The value of an attribute; nothing where it is not set. */
export function attributeOf(element: Element, name: string): string | undefined {
  return Element.prototype.getAttribute.call(element, name) ?? undefined;
}

/** The document, shadow root or loose top that the node hangs in. */
export function rootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

/** All elements under a document, shadow root or element that match, in document order. */
export function queryAll(root: Node, selector: string): readonly Element[] {
  const queries = new Map<number, ParentNode['querySelectorAll']>([
    [Node.ELEMENT_NODE, Element.prototype.querySelectorAll],
    [Node.DOCUMENT_NODE, Document.prototype.querySelectorAll],
    [Node.DOCUMENT_FRAGMENT_NODE, DocumentFragment.prototype.querySelectorAll],
  ]);
  const query = queries.get(nodeTypeGet.call(root));
  return query ? Array.from(query.call(root, selector)) : [];
}

/** Negative when `a` stands before `b`, positive after, 0 when the same or unrelated. */
export function compareOrder(a: Node, b: Node): number {
  if (a === b) return 0;
  const position = Node.prototype.compareDocumentPosition.call(a, b);
  if (position & Node.DOCUMENT_POSITION_DISCONNECTED) return 0;
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
