import type { Entry } from './placed-mentions.ts';

/** Passages in one question, of which most news articles need no second; and what they have together, in units. */
export const MOST_PASSAGES = 200;
const MOST_UNITS = 200_000;

type Batch = readonly (readonly [Node, Entry])[];

/** The blocks that still have an entry when their turn comes, as many at a time as one question holds. */
export function* batchesOf(blocks: readonly Node[], entries: ReadonlyMap<Node, Entry>): Generator<Batch> {
  let batch: (readonly [Node, Entry])[] = [];
  let units = 0;
  for (const block of blocks) {
    const entry = entries.get(block);
    if (!entry) continue;
    const { length } = entry.passage.text;
    if (batch.length >= MOST_PASSAGES || (batch.length > 0 && units + length > MOST_UNITS)) {
      yield batch;
      [batch, units] = [[], 0];
    }
    batch.push([block, entry]);
    units += length;
  }
  if (batch.length > 0) yield batch;
}
