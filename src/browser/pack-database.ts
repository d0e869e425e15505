import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { NameKeys } from '../core/name-keys.ts';
import type { Pack } from '../core/types.ts';

/** Everything of a Pack but its Terms. */
export type PackHead = Omit<Pack, 'terms'>;

/** What is kept of added Packs. Content scripts cannot reach it, however they were taken over. */
export interface PackSchema extends DBSchema {
  /** The list of Packs, and what pages were given of it. */
  list: { key: 'list' | 'look'; value: unknown };
  heads: { key: string; value: { readonly head: PackHead; readonly buckets: number } };
  /** A bucket of Terms as JSON: a text is stored and read in a third of the time of as many objects. */
  terms: { key: [string, number]; value: string };
  names: { key: string; value: Omit<NameKeys, 'keys' | 'telling'> };
  keys: { key: string; value: Pick<NameKeys, 'keys' | 'telling'> };
  addresses: { key: string; value: readonly string[] };
  files: { key: string; value: Uint8Array };
}

const NAME = 'packs';
/** Raised with every store that is new: a browser may hold the database as an earlier version made it. */
const VERSION = 2;
const STORES = ['list', 'heads', 'terms', 'names', 'keys', 'addresses', 'files'] as const;

/** The database of this browser profile; there is none as long as no Pack was added. */
export interface PackDatabase {
  /** Makes it where there is none. */
  open(): Promise<IDBPDatabase<PackSchema>>;
  /** Nothing where there is none. */
  openKnown(): Promise<IDBPDatabase<PackSchema> | undefined>;
  drop(): Promise<void>;
}

type Upgrade = IDBPTransaction<PackSchema, typeof STORES, 'versionchange'>;

interface Openings {
  readonly onNone: (upgrade: Upgrade) => void;
  readonly onClosed: () => void;
}

function start({ onNone, onClosed }: Openings): Promise<IDBPDatabase<PackSchema>> {
  return openDB<PackSchema>(NAME, VERSION, {
    upgrade: (_db, then, _now, upgrade) => (then === 0 ? onNone : makeStores)(upgrade as Upgrade),
    terminated: onClosed,
    // Somebody else drops all of it, since no Pack is left.
    blocking: (_now, _then, event) => {
      (event.target as IDBDatabase).close();
      onClosed();
    },
  });
}

/** As it is; nothing where it was dropped since one looked: it is not to be made by one who only reads. */
async function startKnown(onClosed: () => void): Promise<IDBPDatabase<PackSchema> | undefined> {
  let isGone = false;
  const leave = (upgrade: Upgrade): void => {
    isGone = true;
    upgrade.abort();
  };
  return start({ onNone: leave, onClosed }).catch((error: unknown) => {
    if (isGone) return undefined;
    throw error;
  });
}

function makeStores({ db }: Upgrade): void {
  for (const store of STORES) if (!db.objectStoreNames.contains(store)) db.createObjectStore(store);
}

const REFUSED: PackDatabase = {
  open: () => Promise.reject(new Error('packs are not kept here')),
  openKnown: () => REFUSED.open(),
  drop: async () => void (await REFUSED.open()),
};

/** Opened when first asked, and anew after the browser closed it. Where it is refused everything fails. */
export function createPackDatabase(isRefused = false): PackDatabase {
  if (isRefused) return REFUSED;
  let opened: Promise<IDBPDatabase<PackSchema>> | undefined;
  const forget = (): void => {
    opened = undefined;
  };
  const open = (): Promise<IDBPDatabase<PackSchema>> => {
    opened ??= start({ onNone: makeStores, onClosed: forget }).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };
  return {
    open,
    async openKnown() {
      if (opened) return opened;
      if (!(await indexedDB.databases()).some(({ name }) => name === NAME)) return undefined;
      const known = await startKnown(forget);
      // Somebody else may have opened it meanwhile.
      if (opened) known?.close();
      else opened = known && Promise.resolve(known);
      return opened;
    },
    async drop() {
      (await opened)?.close();
      forget();
      await deleteDB(NAME);
    },
  };
}
