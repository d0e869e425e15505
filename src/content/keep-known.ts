import type { Mention } from '../core/mention.ts';

/**
 * The new Mentions; one that stands as it stood stays the same object, and so keeps its id and an open card. It is told
 * why it is one now: by words that the page still has.
 */
export function keepKnown(before: readonly Mention[], fresh: readonly Mention[]): readonly Mention[] {
  const known = new Map(before.map((mention) => [mention.start, mention]));
  return fresh.map((mention) => {
    const old = known.get(mention.start);
    return old && isSame(old, mention) ? Object.assign(old, { why: mention.why }) : mention;
  });
}

function isSame(one: Mention, other: Mention): boolean {
  return one.end === other.end && one.term === other.term && String(one.also) === String(other.also);
}
