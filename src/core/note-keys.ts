import { createNameLook } from './first-look.ts';
import { findKey, type NameKeys } from './name-keys.ts';

/** A page with more different names than this is no text; the rest of them are left alone. */
export const MOST_KEYS = 20_000;

/**
 * The keys of the names of these Packs that may stand in the texts, behind those that were known before: in that order,
 * so that what was made of those stays as it was.
 */
export function noteKeys(
  packs: readonly Pick<NameKeys, 'keys'>[],
  texts: readonly string[],
  before: readonly number[],
): readonly number[] {
  const noted = new Set(before);
  for (const { keys } of packs) {
    const look = createNameLook({ has: (key) => keys[findKey(keys, key)] === key });
    for (const { key } of texts.flatMap(look)) if (noted.size < MOST_KEYS) noted.add(key);
  }
  return [...noted];
}
