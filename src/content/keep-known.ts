import type { Mention } from '../core/mention.ts';

/** The new Mentions; one that stands as it stood stays the same object, and so keeps its id and an open card. */
export function keepKnown(before: readonly Mention[], fresh: readonly Mention[]): readonly Mention[] {
  return fresh.map((mention) => before.find((old) => isSame(old, mention)) ?? mention);
}

function isSame(one: Mention, other: Mention): boolean {
  const isSamePlace = one.start === other.start && one.end === other.end;
  return isSamePlace && one.term === other.term && String(one.also) === String(other.also);
}
