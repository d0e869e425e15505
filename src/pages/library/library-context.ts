import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { type LibraryPlace, readLibraryAddress } from '../../core/library-place.ts';
import { createLibrarySearch, type LibrarySearch } from '../../core/library-search.ts';
import type { PackLookUp } from '../../core/look-up.ts';

/** Everything that the library shows, and the search over it. */
export interface Library {
  readonly packs: readonly PackLookUp[];
  /** Built when first asked for. */
  readonly search: () => LibrarySearch;
}

export function createLibrary(packs: readonly PackLookUp[]): Library {
  let search: LibrarySearch | undefined;
  return {
    packs,
    search: () => {
      search ??= createLibrarySearch(packs.map(({ pack }) => pack));
      return search;
    },
  };
}

export const LibraryContext = createContext<Library>(createLibrary([]));

export function useLibrary(): Library {
  return useContext(LibraryContext);
}

/** The place that the page's address names; follows it. */
export function useLibraryPlace(): LibraryPlace {
  const [address, setAddress] = useState(location.hash);
  useEffect(() => {
    const life = new AbortController();
    addEventListener('hashchange', () => setAddress(location.hash), { signal: life.signal });
    return () => life.abort();
  }, []);
  return useMemo(() => readLibraryAddress(address), [address]);
}
