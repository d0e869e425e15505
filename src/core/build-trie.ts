/** An alias as token ids. */
export interface NumberedAlias {
  readonly ordinal: number;
  readonly tokens: readonly number[];
  readonly wide: number;
}

/** The aliases from `low` to `high` of the sorted list, alike in their first `depth` tokens: one node. */
interface Node {
  readonly low: number;
  readonly high: number;
  readonly depth: number;
  readonly token: number;
}

/**
 * The trie of the aliases, no two of them alike, in the breadth-first order that `matcher-tables.ts` tells. The
 * tokens below `firstTokens` have a node at the start, whether or not an alias starts with them.
 */
export function buildTrie(aliases: readonly NumberedAlias[], firstTokens: number) {
  const sorted = [...aliases].sort(byTokens);
  const nodes = rootsOf(sorted, firstTokens);
  const children: number[] = [];
  const labels: number[] = [];
  const ordinals: number[] = [];
  const wides: number[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node) break;
    const { low, high, depth, token } = node;
    const first = low < high ? sorted[low] : undefined;
    children.push(nodes.length);
    labels.push(token);
    const ends = first?.tokens.length === depth;
    ordinals.push(ends ? first.ordinal + 1 : 0);
    if (ends && first.wide !== 0) wides.push(at, first.wide);
    for (const child of childrenOf(sorted, node)) nodes.push(child);
  }
  children.push(nodes.length);
  return {
    children: Uint32Array.from(children),
    labels: Uint32Array.from(labels),
    aliases: Uint32Array.from(ordinals),
    wides: Uint32Array.from(wides),
  };
}

function byTokens(a: NumberedAlias, b: NumberedAlias): number {
  const shared = Math.min(a.tokens.length, b.tokens.length);
  for (let at = 0; at < shared; at += 1) {
    const difference = (a.tokens[at] ?? 0) - (b.tokens[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.tokens.length - b.tokens.length;
}

function rootsOf(sorted: readonly NumberedAlias[], firstTokens: number): Node[] {
  const roots = Array.from({ length: firstTokens }, (_, token): Node => {
    return { low: 0, high: 0, depth: 1, token };
  });
  const all = { low: 0, high: sorted.length, depth: 0, token: 0 };
  for (const node of childrenOf(sorted, all)) roots[node.token] = node;
  return roots;
}

function childrenOf(sorted: readonly NumberedAlias[], { low, high, depth }: Node): Node[] {
  const found: Node[] = [];
  let from = low;
  while (from < high) {
    const token = sorted[from]?.tokens[depth];
    let to = from + 1;
    while (to < high && sorted[to]?.tokens[depth] === token) to += 1;
    if (token !== undefined) found.push({ low: from, high: to, depth: depth + 1, token });
    from = to;
  }
  return found;
}
