import type { Turn } from '../browser/turn.ts';
import type { Mention } from '../core/mention.ts';
import { isAttached } from '../dom/safe-dom.ts';
import { findHeading, type Heading } from '../dom/sections.ts';
import type { Passage } from '../dom/text-runs.ts';
import { isUnread } from '../dom/text-walk.ts';

/** A Mention and the Passage that it was read in. */
export interface PlacedMention {
  readonly mention: Mention;
  readonly passage: Passage;
  /** The heading that it stands under. */
  readonly heading: Heading;
}

/** What was read of one block. */
export interface Entry {
  readonly passage: Passage;
  /** By what the page had told then; see `Decider`. Nothing while it waits to be decided. */
  decidedAt: number | undefined;
  /** What `mentions` are places of; the passage before until this one has been decided. */
  shown: Passage;
  mentions: readonly Mention[];
}

/** The Mentions of these blocks, which are in document order. */
export async function placeMentions(
  blocks: readonly Node[],
  entries: ReadonlyMap<Node, Entry>,
  turn: Turn,
): Promise<readonly PlacedMention[]> {
  const placed: PlacedMention[] = [];
  let before: { block: Node; heading: Heading } | undefined;
  for (const block of blocks) {
    await turn.rest();
    const entry = entries.get(block);
    // A block that has become an editor since it was read is none of ours any more.
    if (!entry || entry.mentions.length === 0 || !isAttached(block) || isUnread(block)) continue;
    const heading = findHeading(block, before);
    before = { block, heading };
    for (const mention of entry.mentions) placed.push({ mention, passage: entry.shown, heading });
  }
  return placed;
}
