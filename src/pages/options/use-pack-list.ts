import { useEffect, useState } from 'preact/hooks';
import { watchPackList } from '../../browser/added-packs.ts';
import { NO_PACKS, type PackList } from '../../core/added-packs.ts';

/** The reader's own Packs; follows every change, wherever it is made. */
export function usePackList(): PackList {
  const [list, setList] = useState(NO_PACKS);
  useEffect(() => {
    const life = new AbortController();
    watchPackList(setList, life.signal);
    return () => life.abort();
  }, []);
  return list;
}
