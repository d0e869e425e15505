import {
  type AddedPack,
  contentsOf,
  decodePackList,
  MOST_PACKS,
  movePack,
  NO_PACKS,
  type PackList,
  undoUpdate,
  withoutPack,
  withPack,
} from '../core/added-packs.ts';
import { buildNameFilters } from '../core/name-filter.ts';
import { encodeBase64 } from './base64.ts';
import type { PackContentsStore } from './pack-contents.ts';
import type { AddedLook } from './page-api.ts';

/** Where the list of added Packs is kept. One write is whole or not at all: it is what makes a change happen. */
export interface PackListStore {
  read(): Promise<unknown>;
  /** The list alone, where pages find what they found before. */
  write(list: PackList): Promise<void>;
  /** List and look together; both are taken out for an empty list. */
  writeAll(list: PackList, look: AddedLook): Promise<void>;
}

/** What keeps added packs: their contents, their list, and a lock. */
export interface KeeperParts {
  readonly contents: PackContentsStore;
  readonly list: PackListStore;
  /** Lets one change be made at a time, over all pages and the background. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly makeStamp: () => string;
}

/** Keeps the reader's Packs. Wherever a change breaks off, the list names whole versions only: the old or the new. */
export interface PackKeeper {
  /** Empty where the browser's store fails. */
  list(): Promise<PackList>;
  /**
   * Adds a Pack once its contents are written, or puts another version in the place of one with its id. Throws a
   * RangeError for one too many.
   */
  keep(pack: AddedPack, writeContents: () => Promise<void>): Promise<void>;
  /** The same for an update of the version with these contents; nothing when that is not in force any more. */
  update(pack: AddedPack, from: string, writeContents: () => Promise<void>): Promise<void>;
  remove(id: string): Promise<void>;
  setOn(id: string, on: boolean): Promise<void>;
  move(id: string, by: number): Promise<void>;
  undo(id: string): Promise<void>;
  /** Notes what came of looking at a Pack's address; nothing where it is gone meanwhile. */
  note(id: string, change: (pack: AddedPack) => AddedPack): Promise<void>;
  /** Puts this list in the place of the one that is there once the contents that it speaks of are written. */
  replace(packs: readonly AddedPack[], writeContents: () => Promise<void>): Promise<void>;
  /** Drops what a change that broke off has left behind. */
  sweep(): Promise<void>;
  /** Makes anew what pages read, as this version of Sidelight reads it; nothing where there are no Packs. */
  renew(): Promise<void>;
}

/** The steps that every change is made of; each runs alone. */
function createPackWrites({ contents, list, makeStamp }: KeeperParts) {
  const read = async (): Promise<PackList> => decodePackList(await list.read());
  const sweep = async (): Promise<void> => contents.dropAllBut(contentsOf(await read()));
  /** The one write in here is the moment of the change; what comes before it nobody sees yet. */
  const put = async (next: PackList): Promise<void> => {
    const stamped = { stamp: next.packs.length === 0 ? '' : makeStamp(), packs: next.packs };
    await list.writeAll(stamped, await makeLook(stamped, contents));
    // The change is made; what it left behind can be swept up at any later time.
    await sweep().catch(() => undefined);
  };
  const take = async (next: PackList, writeContents: () => Promise<void>) => {
    if (next.packs.length > MOST_PACKS) throw new RangeError(`more than ${MOST_PACKS} packs`);
    try {
      await writeContents();
      await put(next);
    } catch (error) {
      // A full disk may refuse this as well; the next change sweeps then.
      await sweep().catch(() => undefined);
      throw error;
    }
  };
  return { read, sweep, put, take };
}

/** A keeper over these stores. */
export function createPackKeeper(parts: KeeperParts): PackKeeper {
  const { list, alone } = parts;
  const { read, sweep, put, take } = createPackWrites(parts);
  const change = (step: (now: PackList) => PackList): Promise<void> =>
    alone(async () => put(step(await read())));
  return {
    // Whoever only looks goes on without added Packs where the store fails; a change does not.
    list: () => read().catch(() => NO_PACKS),
    keep: (pack, writeContents) => alone(async () => take(withPack(await read(), pack), writeContents)),
    update: (pack, from, writeContents) =>
      alone(async () => {
        const now = await read();
        const known = now.packs.find(({ id }) => id === pack.id);
        // Meanwhile the reader may have removed it, switched it or put another in its place.
        if (known?.now.content === from) await take(withPack(now, { ...pack, on: known.on }), writeContents);
      }),
    remove: (id) => change((now) => withoutPack(now, id)),
    replace: (packs, writeContents) => alone(() => take({ stamp: '', packs }, writeContents)),
    setOn: (id, on) =>
      change((now) => {
        const pack = now.packs.find((one) => one.id === id);
        return pack ? withPack(now, { ...pack, on }) : now;
      }),
    move: (id, by) => change((now) => movePack(now, id, by)),
    undo: (id) => change((now) => undoUpdate(now, id)),
    note: (id, step) =>
      alone(async () => {
        const now = await read();
        const pack = now.packs.find((one) => one.id === id);
        if (pack) await list.write(withPack(now, step(pack)));
      }),
    sweep: () => alone(sweep),
    renew: () =>
      alone(async () => {
        const now = await read();
        if (now.packs.length > 0) await put(now);
      }),
  };
}

/** Packs that are switched off, or whose contents are gone, cost pages nothing. */
async function makeLook({ stamp, packs }: PackList, contents: PackContentsStore): Promise<AddedLook> {
  const on = packs.filter((pack) => pack.on);
  const keys = await Promise.all(on.map(({ now }) => contents.findKeys(now.content)));
  const { telling, other } = buildNameFilters(keys.filter((one) => one !== undefined));
  return { stamp, telling: encodeBase64(telling), other: encodeBase64(other) };
}
