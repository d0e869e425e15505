import { decodeBase64 } from '../browser/base64.ts';
import type { AddedLook } from '../browser/page-api.ts';
import { createNameLook, type FirstLook } from '../core/first-look.ts';
import { createNameFilter, type NameFilter } from '../core/name-filter.ts';

/** The first look for the names of added Packs that may mean a Term. */
export function loadAddedLook({ telling }: AddedLook): FirstLook {
  return createNameLook(loadFilter(telling));
}

/** A filter as it is stored; one that is damaged knows no name, and what is bundled works as ever. */
export function loadFilter(stored: string): NameFilter {
  try {
    return createNameFilter(decodeBase64(stored));
  } catch {
    return createNameFilter(new Uint8Array());
  }
}
