import { sizeFor } from './build-filter.ts';
import { slotOf } from './matcher-tables.ts';

/** The open hash table of a matcher's tokens, by their hashes in the order of their ids. */
export function buildSlots(hashes: ArrayLike<number>): Uint32Array {
  const slots = new Uint32Array(sizeFor(hashes.length * 1.5));
  const shift = 32 - Math.log2(slots.length);
  for (let id = 0; id < hashes.length; id += 1) {
    let slot = slotOf(hashes[id] ?? 0, shift);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = id + 1;
  }
  return slots;
}
