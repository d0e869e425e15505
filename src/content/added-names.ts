import { decodeBase64 } from '../browser/base64.ts';
import { type AddedLook, ask } from '../browser/page-api.ts';
import type { AddedNames } from '../core/added-finders.ts';
import { createNameLook } from '../core/first-look.ts';
import type { MentionFinder } from '../core/mentions.ts';
import { eitherFilter } from '../core/name-filter.ts';
import { loadFilter } from './added-look.ts';

/**
 * The names of added Packs as a page gets at them: two small filters say which may stand in a text, and the
 * background cuts those out of each Pack's index. A page never holds a whole index of theirs.
 */
export function loadAddedNames(
  { stamp, telling, other }: AddedLook,
  createFinder: (index: Uint8Array) => MentionFinder,
): AddedNames {
  const tells = loadFilter(telling);
  return {
    look: createNameLook(other === '' ? tells : eitherFilter(tells, loadFilter(other))),
    fetch: async (keys) => {
      const found = await ask({ type: 'names.get', stamp, keys });
      return found?.map(({ pack, index }) => ({ pack, finder: createFinder(decodeBase64(index)) }));
    },
  };
}
