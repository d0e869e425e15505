/**
 * The document's own methods, taken from the prototype: an `<img name="createElement">` of the page shadows
 * them on the document itself.
 */
const prototype = Document.prototype;
const createElement = prototype.createElement;
const querySelector = prototype.querySelector;
const elementFromPoint = prototype.elementFromPoint;
const caretPositionFromPoint = prototype.caretPositionFromPoint;

function read(name: 'documentElement' | 'body'): Element | undefined {
  const get = findGetter(prototype, name);
  return (get?.call(document) as Element | null | undefined) ?? undefined;
}

function findGetter(owner: object, name: string): ((this: unknown) => unknown) | undefined {
  return Object.getOwnPropertyDescriptor(owner, name)?.get;
}

/** A new element of the page's document, attached nowhere. */
export function createDiv(): HTMLDivElement {
  return createElement.call(document, 'div') as HTMLDivElement;
}

/** `<html>`; nothing in a document that is being torn down. */
export function findRootElement(): Element | undefined {
  return read('documentElement');
}

/** `<body>`; nothing before there is one. */
export function findBody(): Element | undefined {
  return read('body');
}

/** The first element of the document that matches. */
export function findElement(selector: string): Element | undefined {
  return querySelector.call(document, selector) ?? undefined;
}

/** The topmost element at a point of the viewport; a shadow tree shows as its host. */
export function findElementAt(x: number, y: number): Element | undefined {
  return elementFromPoint.call(document, x, y) ?? undefined;
}

/** The place in the text at a point of the viewport, looked for in these shadow roots too. */
export function findCaretAt(x: number, y: number, shadowRoots: readonly ShadowRoot[]): Node | undefined {
  return caretPositionFromPoint.call(document, x, y, { shadowRoots: [...shadowRoots] })?.offsetNode;
}
