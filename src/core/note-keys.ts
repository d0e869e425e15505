import { createNameLook } from './first-look.ts';
import type { InTurns } from './in-turns.ts';
import { findKey, type NameKeys } from './name-keys.ts';

/** A page with more different names than this is no text; the rest of them are left alone. */
export const MOST_KEYS = 20_000;

/**
 * The keys of the names of these Packs that may stand in the texts, in turns, behind those that were known before: in
 * that order, so that what was made of those stays as it was.
 */
export function* noteKeys(
  packs: readonly Pick<NameKeys, 'keys'>[],
  texts: readonly string[],
  before: readonly number[],
): InTurns<readonly number[]> {
  const noted = new Set(before);
  const look = createNameLook({
    has: (key) => packs.some(({ keys }) => keys[findKey(keys, key)] === key),
  });
  for (const text of packs.length > 0 ? texts : []) {
    for (const { key } of look(text)) if (noted.size < MOST_KEYS) noted.add(key);
    yield;
  }
  return [...noted];
}
