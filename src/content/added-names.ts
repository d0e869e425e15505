import { decodeBase64 } from '../browser/base64.ts';
import { ask } from '../browser/page-api.ts';
import type { AddedNames } from '../core/added-finders.ts';
import type { MentionFinder } from '../core/mentions.ts';
import type { AddedLooks } from './added-look.ts';

/**
 * The names of added Packs as a page gets at them: two small filters say which may stand in a text, and the
 * background cuts those out of each Pack's index. A page never holds a whole index of theirs.
 */
export function loadAddedNames(
  { stamp, createWhole }: AddedLooks,
  createFinder: (index: Uint8Array) => MentionFinder,
): AddedNames {
  return {
    look: createWhole(),
    fetch: async (keys) => {
      const found = await ask({ type: 'names.get', stamp, keys });
      return found?.map(({ pack, index }) => ({ pack, finder: createFinder(decodeBase64(index)) }));
    },
  };
}
