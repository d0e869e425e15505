import type { PackDatabase } from './pack-database.ts';
import type { PackListStore } from './pack-keeper.ts';

/**
 * The list beside the contents, and not where content scripts read and write: what it says is fetched and trusted. Each
 * write is whole or not at all.
 */
export function createPackList(database: PackDatabase): PackListStore {
  const put = async (values: Readonly<Partial<Record<'list' | 'look', unknown>>>): Promise<void> => {
    const all = (await database.open()).transaction('list', 'readwrite');
    const written = (['list', 'look'] as const)
      .filter((key) => key in values)
      .map((key) => (values[key] === undefined ? all.store.delete(key) : all.store.put(values[key], key)));
    await Promise.all([...written, all.done]);
  };
  return {
    isKnown: async () => (await database.openKnown()) !== undefined,
    read: async () => (await database.openKnown())?.get('list', 'list'),
    readLook: async () => (await database.openKnown())?.get('list', 'look'),
    write: (list) => put({ list }),
    writeAll: (list, look) => put({ list, look }),
  };
}
