import { sizeFor } from './build-filter.ts';
import { slotEntry, slotKey } from './matcher-tables.ts';

/** The open hash table of a matcher's tokens, by their hashes in the order of their ids. */
export function buildSlots(hashes: ArrayLike<number>): Uint32Array {
  const slots = new Uint32Array(sizeFor(hashes.length * 1.5));
  const shift = Math.clz32(slots.length) + 1;
  const doubled = slots.length;
  const last = slots.length - 1;
  for (let id = 0; id < hashes.length; id += 1) {
    const key = slotKey(hashes[id] as number);
    const entry = slotEntry(key, shift, id);
    let slot = key >>> shift;
    for (let other = slots[slot] as number; other !== 0; other = slots[slot] as number) {
      // What stands before this entry would be taken for it by the tag alone.
      if ((other ^ entry) >>> (33 - shift) === 0) slots[slot] = other | doubled;
      slot = (slot + 1) & last;
    }
    slots[slot] = entry;
  }
  return slots;
}
