import { searchIndex } from './search.ts';
import { boostOf, gatherSearchDocuments, type SearchDocument, weighDocument } from './search-documents.ts';
import { readSearchIndex, type WeighedText } from './search-index.ts';
import type { Pack } from './types.ts';

/** What a search over whole Packs found, the best first. */
export interface LibraryHits {
  readonly documents: readonly SearchDocument[];
  readonly total: number;
  /** Beginnings of folded words, for highlighting. */
  readonly foundBy: readonly string[];
}

/** A search over everything in the library, best hit first. */
export interface LibrarySearch {
  find(query: string, most: number): LibraryHits;
}

/** Reads every Pack once, with many rests between; finding is then a matter of milliseconds. */
export function* readLibrary(packs: readonly Pack[]): Generator<undefined, LibrarySearch> {
  const documents: SearchDocument[] = [];
  const index = yield* readSearchIndex(weighAll(packs, documents));
  const boosts = Float64Array.from(documents, boostOf);
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

/** Keeps each document in the list as it goes by. */
function* weighAll(
  packs: readonly Pack[],
  documents: SearchDocument[],
): Generator<readonly WeighedText[], undefined> {
  for (const document of gatherSearchDocuments(packs)) {
    documents.push(document);
    yield weighDocument(document);
  }
}
