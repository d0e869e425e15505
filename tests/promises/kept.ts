import type { Bed } from '../e2e/harness.ts';

interface StorageApi {
  readonly storage: Readonly<Record<string, { get(what: null): Promise<object> } | undefined>>;
}

/** Everything that the extension keeps anywhere in the browser, by where; equal as long as nothing is written. */
export function readKept({ session }: Bed): Promise<Readonly<Record<string, string>>> {
  return session.inExtension(async () => {
    const scope = globalThis as { browser?: StorageApi; chrome?: StorageApi };
    const { storage } = (scope.browser ?? scope.chrome) as StorageApi;
    const kept: Record<string, string> = {};
    for (const area of ['local', 'session', 'sync']) {
      const stored = Object.entries((await storage[area]?.get(null)) ?? {});
      kept[area] = JSON.stringify(stored.sort(([a], [b]) => (a < b ? -1 : 1)));
    }
    const settle = <T>(asking: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asking.onsuccess = () => resolve(asking.result);
        asking.onerror = () => reject(asking.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await settle(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const reading = db.transaction(store).objectStore(store);
        const all = [await settle(reading.getAllKeys()), await settle(reading.getAll())];
        kept[`${name}.${store}`] = JSON.stringify(all);
      }
      db.close();
    }
    kept['caches'] = String(await caches.keys());
    kept['page'] = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]);
    return kept;
  });
}
