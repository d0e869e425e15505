import type { IDBPDatabase } from 'idb';
import type { TermId } from '../core/ids.ts';
import { addressKey } from '../core/landing.ts';
import type { NameKeys } from '../core/name-keys.ts';
import { findBucket, sortIntoBuckets } from '../core/term-buckets.ts';
import type { Pack, Term } from '../core/types.ts';
import { createPackDatabase, type PackDatabase, type PackSchema } from './pack-database.ts';

/** What is kept of one version of a Pack. */
export interface PackContents {
  readonly pack: Pack;
  readonly names: NameKeys;
  /** The file itself, unpacked: what a reader saves with the settings. */
  readonly file: Uint8Array;
}

/** Where the contents of added Packs are kept, each version by the hash of its file. */
export interface PackContentsStore {
  /** Keeps all of it or nothing. */
  keep(content: string, contents: PackContents): Promise<void>;
  has(content: string): Promise<boolean>;
  /** Whether each of its parts is there and of its kind: what is not cannot be read. */
  isWhole(content: string): Promise<boolean>;
  /** Its head and these Terms, as many as there are; nothing when it is not kept. */
  findPart(content: string, terms: readonly TermId[]): Promise<Pack | undefined>;
  findWhole(content: string): Promise<Pack | undefined>;
  findNames(content: string): Promise<NameKeys | undefined>;
  /** Keys of its Sources' addresses, few bytes where the rest may be many; see `addressKey`. */
  findAddresses(content: string): Promise<readonly string[] | undefined>;
  findFile(content: string): Promise<Uint8Array | undefined>;
  /** Only what the first look of pages is made of. */
  findKeys(content: string): Promise<Pick<NameKeys, 'keys' | 'telling'> | undefined>;
  /** Drops every version but these. */
  dropAllBut(contents: ReadonlySet<string>): Promise<void>;
  /** Drops everything, the list too. */
  dropAll(): Promise<void>;
}

/** Only what belongs to versions: the list has a store of its own. */
const STORES = ['heads', 'terms', 'names', 'keys', 'addresses', 'files'] as const;

/** The contents in this database. */
export function createPackContents({ open, drop }: PackDatabase = createPackDatabase()): PackContentsStore {
  return {
    keep: async (content, contents) => keep(await open(), content, contents),
    has: async (content) => (await (await open()).count('heads', content)) > 0,
    isWhole: async (content) => isWhole(await open(), content),
    findPart: async (content, terms) => findPart(await open(), content, terms),
    findWhole: async (content) => findWhole(await open(), content),
    findNames: async (content) => findNames(await open(), content),
    findFile: async (content) => (await open()).get('files', content),
    findKeys: async (content) => (await open()).get('keys', content),
    findAddresses: async (content) => (await open()).get('addresses', content),
    dropAllBut: async (contents) => dropAllBut(await open(), contents),
    dropAll: drop,
  };
}

async function keep(
  db: IDBPDatabase<PackSchema>,
  content: string,
  { pack, names, file }: PackContents,
): Promise<void> {
  const { terms, ...head } = pack;
  const { keys, telling, ...rest } = names;
  const buckets = sortIntoBuckets(terms);
  const all = db.transaction(STORES, 'readwrite');
  const written = [
    all.objectStore('heads').put({ head, buckets: buckets.length }, content),
    ...buckets.map((bucket, at) => all.objectStore('terms').put(JSON.stringify(bucket), [content, at])),
    all.objectStore('names').put(rest, content),
    all.objectStore('keys').put({ keys, telling }, content),
    all.objectStore('addresses').put(addressesIn(pack), content),
    all.objectStore('files').put(file, content),
  ];
  await Promise.all([...written, all.done]);
}

/** The Terms themselves are read only when they are wanted: there may be 100,000. */
async function isWhole(db: IDBPDatabase<PackSchema>, content: string): Promise<boolean> {
  const [head, terms, names, addresses, files] = await Promise.all([
    db.get('heads', content),
    db.count('terms', rangeOf(content)),
    findNames(db, content),
    db.get('addresses', content),
    db.count('files', content),
  ]);
  const isHead = typeof head?.head?.title === 'string' && terms === head.buckets;
  const isNames = ArrayBuffer.isView(names?.keys) && ArrayBuffer.isView(names.aliases);
  return isHead && isNames && Array.isArray(addresses) && files === 1;
}

function addressesIn({ sources }: Pack): readonly string[] {
  return sources.flatMap(({ url }) => addressKey(url) ?? []);
}

async function findPart(
  db: IDBPDatabase<PackSchema>,
  content: string,
  wanted: readonly TermId[],
): Promise<Pack | undefined> {
  const found = await db.get('heads', content);
  if (!found) return undefined;
  const places = [...new Set(wanted.map((id) => findBucket(id, found.buckets)))];
  const buckets = await Promise.all(places.map((place) => db.get('terms', [content, place])));
  const ids = new Set(wanted);
  return { ...found.head, terms: buckets.flatMap(readBucket).filter(({ id }) => ids.has(id)) };
}

async function findWhole(db: IDBPDatabase<PackSchema>, content: string): Promise<Pack | undefined> {
  const found = await db.get('heads', content);
  if (!found) return undefined;
  const buckets = await db.getAll('terms', rangeOf(content));
  return { ...found.head, terms: buckets.flatMap(readBucket) };
}

function readBucket(bucket: string | undefined): readonly Term[] {
  return bucket === undefined ? [] : (JSON.parse(bucket) as Term[]);
}

async function findNames(db: IDBPDatabase<PackSchema>, content: string): Promise<NameKeys | undefined> {
  const [names, keys] = await Promise.all([db.get('names', content), db.get('keys', content)]);
  return names && keys && { ...names, ...keys };
}

async function dropAllBut(db: IDBPDatabase<PackSchema>, contents: ReadonlySet<string>): Promise<void> {
  const all = db.transaction(STORES, 'readwrite');
  const kept = await all.objectStore('heads').getAllKeys();
  const gone = kept.filter((content) => !contents.has(content));
  const dropped = gone.flatMap((content) => [
    all.objectStore('heads').delete(content),
    all.objectStore('terms').delete(rangeOf(content)),
    all.objectStore('names').delete(content),
    all.objectStore('keys').delete(content),
    all.objectStore('files').delete(content),
    all.objectStore('addresses').delete(content),
  ]);
  await Promise.all([...dropped, all.done]);
}

function rangeOf(content: string): IDBKeyRange {
  return IDBKeyRange.bound([content, 0], [content, Number.POSITIVE_INFINITY]);
}
