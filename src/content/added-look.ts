import { decodeBase64 } from '../browser/base64.ts';
import type { AddedLook } from '../browser/page-api.ts';
import { createNameLook, type NameHit } from '../core/first-look.ts';
import { createNameFilter, eitherFilter, type NameFilter } from '../core/name-filter.ts';

/** Tells where names may stand in a text. */
export type NameLook = (text: string) => readonly NameHit[];

/** How a page is looked through for the names of added Packs. */
export interface AddedLooks {
  /** Of the list of Packs that it was made of. */
  readonly stamp: string;
  /** For names that may mean a Term. */
  readonly first: NameLook;
  /** For all of them. Made here, where the code and the filter are at hand and warm, for who comes later. */
  readonly createWhole: () => NameLook;
}

/** Both looks, out of what is stored. */
export function loadAddedLooks({ stamp, telling, other }: AddedLook): AddedLooks {
  const tells = loadFilter(telling);
  const first = createNameLook(tells);
  const createWhole = () => (other === '' ? first : createNameLook(eitherFilter(tells, loadFilter(other))));
  return { stamp, first, createWhole };
}

/** A filter as it is stored; one that is damaged knows no name, and what is bundled works as ever. */
function loadFilter(stored: string): NameFilter {
  try {
    return createNameFilter(decodeBase64(stored));
  } catch {
    return createNameFilter(new Uint8Array());
  }
}
