import { decodeBase64 } from '../browser/base64.ts';
import type { AddedLook } from '../browser/page-api.ts';
import { createNameLook, type FirstLook } from '../core/first-look.ts';
import { createNameFilter } from '../core/name-filter.ts';

/** The first look for the names of added Packs that may mean a Term. */
export function loadAddedLook({ telling }: AddedLook): FirstLook {
  return createNameLook(createNameFilter(decodeBase64(telling)));
}
