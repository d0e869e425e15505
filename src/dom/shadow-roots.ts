import { queryAll, shadowRootOf } from './safe-dom.ts';

/**
 * Plain elements that may hold a shadow root: they have no text of their own, or children that ask for a slot.
 * A plain host with unslotted children only is missed; finding it would mean touching every element of the page.
 */
const PLAIN_HOSTS =
  ':is(article,aside,blockquote,body,div,footer,h1,h2,h3,h4,h5,h6,header,main,nav,p,section,span)';
const LIKELY_HOSTS = `${PLAIN_HOSTS}:empty,${PLAIN_HOSTS}:has(>[slot])`;
/** XPath runs natively, without a wrapper for each element that does not match. */
const CUSTOM_ELEMENTS = "descendant-or-self::*[contains(local-name(),'-')]";

/** All open shadow roots under a root, nested ones included, outer before inner. */
export function findShadowRoots(root: Node): readonly ShadowRoot[] {
  const found = new Set<ShadowRoot>();
  const pending: Node[] = [root];
  for (let at = pending.pop(); at; at = pending.pop()) {
    for (const element of likelyHosts(at)) {
      const shadow = shadowRootOf(element);
      if (!shadow || found.has(shadow)) continue;
      found.add(shadow);
      pending.push(shadow);
    }
  }
  return [...found];
}

function* likelyHosts(root: Node): Iterable<Element> {
  if (root instanceof Element) yield root;
  yield* queryAll(root, LIKELY_HOSTS);
  // XPath refuses to start from a document fragment, so a shadow root is searched by each child of its own.
  const starts: Iterable<Node> = root instanceof DocumentFragment ? Array.from(root.childNodes) : [root];
  for (const start of starts) yield* customElements(start);
}

function* customElements(start: Node): Iterable<Element> {
  const found = Document.prototype.evaluate.call(
    document,
    CUSTOM_ELEMENTS,
    start,
    null,
    XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
    null,
  );
  for (let index = 0; index < found.snapshotLength; index += 1) {
    const node = found.snapshotItem(index);
    if (node instanceof Element) yield node;
  }
}
