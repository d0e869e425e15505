import { searchIndex } from './search.ts';
import { boostOf, gatherSearchDocuments, type SearchDocument, weighDocument } from './search-documents.ts';
import { buildSearchIndex } from './search-index.ts';
import type { Pack } from './types.ts';

/** What a search over whole Packs found, the best first. */
export interface LibraryHits {
  readonly documents: readonly SearchDocument[];
  readonly total: number;
  /** Beginnings of folded words, for highlighting. */
  readonly foundBy: readonly string[];
}

export interface LibrarySearch {
  find(query: string, most: number): LibraryHits;
}

/** Reads every Pack once; finding is then a matter of milliseconds. */
export function createLibrarySearch(packs: readonly Pack[]): LibrarySearch {
  const documents = gatherSearchDocuments(packs);
  const index = buildSearchIndex(documents.map(weighDocument));
  const boosts = documents.map(boostOf);
  return {
    find(query, most) {
      const found = searchIndex(index, query, { most, boost: (at) => boosts[at] ?? 1 });
      return {
        total: found.total,
        foundBy: found.foundBy,
        documents: found.documents.flatMap((at) => documents[at] ?? []),
      };
    },
  };
}
