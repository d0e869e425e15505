import { createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { type LibraryPlace, readLibraryAddress } from '../../core/library-place.ts';
import { type LibrarySearch, readLibrary } from '../../core/library-search.ts';
import type { PackLookUp } from '../../core/look-up.ts';
import { runInSlices } from '../../dom/in-slices.ts';

/** Everything that the library shows, and the search over it. */
export interface Library {
  readonly packs: readonly PackLookUp[];
  /** Built when first asked for, in slices: there at once or after a while. */
  readonly search: () => LibrarySearch | Promise<LibrarySearch>;
}

export function createLibrary(packs: readonly PackLookUp[]): Library {
  let search: LibrarySearch | Promise<LibrarySearch> | undefined;
  const build = (): LibrarySearch | Promise<LibrarySearch> => {
    const built = runInSlices(readLibrary(packs.map(({ pack }) => pack)));
    if (!(built instanceof Promise)) return built;
    return built.then((done) => {
      search = done;
      return done;
    });
  };
  return {
    packs,
    search: () => {
      search ??= build();
      return search;
    },
  };
}

export const LibraryContext = createContext<Library>(createLibrary([]));

export function useLibrary(): Library {
  return useContext(LibraryContext);
}

/** The search over everything; nothing while it is being built. */
export function useLibrarySearch(): LibrarySearch | undefined {
  const found = useLibrary().search();
  const [come, setCome] = useState<LibrarySearch>();
  useEffect(() => {
    if (found instanceof Promise) void found.then(setCome);
  }, [found]);
  return found instanceof Promise ? come : found;
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
