/**
 * The document's own methods, taken from the prototype: an `<img name="createElement">` of the page shadows
 * them on the document itself.
 */
const prototype = Document.prototype;

function read<Name extends keyof Document>(name: Name): Document[Name] {
  return Reflect.get(prototype, name, document);
}

/** A new element of the page's document, attached nowhere. */
export function createDiv(): HTMLDivElement {
  return prototype.createElement.call(document, 'div') as HTMLDivElement;
}

/** `<html>`; nothing in a document that is being torn down. */
export function findRootElement(): Element | undefined {
  return read('documentElement') ?? undefined;
}

/** `<body>`; nothing before there is one. */
export function findBody(): Element | undefined {
  return read('body') ?? undefined;
}

/** `<body>` if there is anything in it. Far cheaper than to touch an empty one, for which the browser makes an object. */
export function findFilledBody(): Element | undefined {
  return findElement('body:not(:empty)');
}

/** The first element of the document that matches. */
export function findElement(selector: string): Element | undefined {
  return prototype.querySelector.call(document, selector) ?? undefined;
}

/** The topmost element at a point of the viewport; a shadow tree shows as its host. */
export function findElementAt(x: number, y: number): Element | undefined {
  return prototype.elementFromPoint.call(document, x, y) ?? undefined;
}

/** The place in the text at a point of the viewport, looked for in these shadow roots too. */
export function findCaretAt(x: number, y: number, shadowRoots: readonly ShadowRoot[]): Node | undefined {
  const caret = prototype.caretPositionFromPoint.call(document, x, y, { shadowRoots: [...shadowRoots] });
  return caret?.offsetNode;
}

/** The media type that the document was served as. */
export function findContentType(): string {
  return read('contentType');
}

/** Whether the whole document is an editor. */
export function isWholeEditor(): boolean {
  return read('designMode') === 'on';
}

/** Whether the tab is out of sight. */
export function isOutOfSight(): boolean {
  return read('hidden');
}

/** Whether the browser has drawn the page in advance, and nobody has come to it yet; never where browsers do no such thing. */
export function isPrerendered(): boolean {
  return Reflect.get(prototype, 'prerendering', document) === true;
}

/** Listens to events of the document itself until the signal aborts. */
export function listenToDocument(type: string, listener: () => void, signal: AbortSignal): void {
  EventTarget.prototype.addEventListener.call(document, type, listener, { signal });
}

/** Walks the nodes of these kinds under a root, in document order. */
export function createWalker(root: Node, kinds: number): TreeWalker {
  return prototype.createTreeWalker.call(document, root, kinds);
}

/** A live range, which costs the page with each change until nobody holds it. */
export function createRange(): Range {
  return prototype.createRange.call(document);
}

/** The first text under a node, be it empty. */
export function findFirstText(root: Node): Text | undefined {
  return (createWalker(root, NodeFilter.SHOW_TEXT).nextNode() as Text | null) ?? undefined;
}

/** Whether there are elements in this one. */
export function holdsElements(element: Element): boolean {
  return createWalker(element, NodeFilter.SHOW_ELEMENT).firstChild() !== null;
}

/** Copies what is selected; false where the browser refuses. */
export function copySelection(): boolean {
  return prototype.execCommand.call(document, 'copy');
}

/** The sheets that a document or shadow root was given by script; `set` puts others in their place. */
export function adoptedSheets(root: Document | ShadowRoot) {
  const owner = root instanceof Document ? prototype : ShadowRoot.prototype;
  return {
    get: (): readonly CSSStyleSheet[] => Reflect.get(owner, 'adoptedStyleSheets', root),
    set: (sheets: readonly CSSStyleSheet[]): void => {
      Reflect.set(owner, 'adoptedStyleSheets', [...sheets], root);
    },
  };
}
