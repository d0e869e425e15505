import { compareOrder, rootOf } from './safe-dom.ts';

/** The node itself, or the outermost host around it where it stands in a shadow tree. */
export function outermostOf(node: Node): Node {
  let at = node;
  for (let root = rootOf(at); root instanceof ShadowRoot; root = rootOf(at)) at = root.host;
  return at;
}

/** Whether `a` stands before `b` in the page, shadow trees standing where their hosts do. */
export function isBefore(a: Node, b: Node): boolean {
  const order = compareOrder(a, b);
  return order === 0 ? compareOrder(outermostOf(a), outermostOf(b)) < 0 : order < 0;
}
