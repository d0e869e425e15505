import type { TermKey } from './ids.ts';
import type { Mention } from './mention.ts';

/**
 * One list out of each Pack's own. A bundled Mention always stays; an added Pack may only stand where none is. Of
 * the rest the longer stays, of equal ones that of the earlier Pack. What gave way is told by the one that stayed.
 */
export function mergeMentions(
  bundled: readonly (readonly Mention[])[],
  added: readonly (readonly Mention[])[],
): readonly Mention[] {
  const [only] = bundled;
  if (only && bundled.length === 1 && added.every((list) => list.length === 0)) return only;
  const also = new Map<Mention, TermKey[]>();
  for (const mention of [...byLength(bundled), ...byLength(added)]) {
    const over = [...also].filter(([kept]) => mention.start < kept.end && kept.start < mention.end);
    if (over.length === 0) also.set(mention, []);
    for (const [kept, terms] of over) {
      if (kept.term !== mention.term && !terms.includes(mention.term)) terms.push(mention.term);
    }
  }
  return [...also].map(([mention, terms]) => withAlso(mention, terms)).sort((a, b) => a.start - b.start);
}

function byLength(lists: readonly (readonly Mention[])[]): readonly Mention[] {
  return lists.flat().sort((a, b) => b.end - b.start - (a.end - a.start));
}

/** More would be a list to read through, not a hint. */
const MOST_ALSO = 8;

function withAlso(mention: Mention, terms: readonly TermKey[]): Mention {
  const [first, ...more] = terms.slice(0, MOST_ALSO);
  return first === undefined ? mention : { ...mention, also: [first, ...more] };
}
