import {
  type AddedPack,
  contentsOf,
  type DamagedPack,
  decodePackList,
  encodePackList,
  isEmptyList,
  MOST_PACKS,
  movePack,
  NO_PACKS,
  type PackList,
  undoUpdate,
  withoutDamaged,
  withoutPack,
  withPack,
  withSwitch,
} from '../core/added-packs.ts';
import type { PackContentsStore } from './pack-contents.ts';
import type { AddedLook } from './page-api.ts';
import { makeLook, mendLook, type PageLookStore } from './page-look.ts';

/**
 * Where the list of added Packs is kept, with a copy of what pages were given of it. One write is whole or not at all: it
 * is what makes a change happen. What is `undefined` is taken out.
 */
export interface PackListStore {
  /** Whether anything was kept here, a list or not; to ask makes nothing. */
  isKnown(): Promise<boolean>;
  read(): Promise<unknown>;
  readLook(): Promise<unknown>;
  /** The list alone, where pages find what they found before. */
  write(list: unknown): Promise<void>;
  writeAll(list: unknown, look: unknown): Promise<void>;
}

/** What keeps added packs: their contents, their list, and a lock. */
export interface KeeperParts {
  readonly contents: PackContentsStore;
  readonly list: PackListStore;
  readonly look: PageLookStore;
  /** Lets one change be made at a time, over all pages and the background. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly makeStamp: () => string;
  /** Told after every change. */
  readonly tell: () => void;
}

/** Keeps the reader's Packs. Wherever a change breaks off, the list names whole versions only: the old or the new. */
export interface PackKeeper {
  /** Empty where the browser's store fails. */
  list(): Promise<PackList>;
  /** The same for who changes something upon it: throws where the browser's store fails. */
  read(): Promise<PackList>;
  /**
   * Adds a Pack once its contents are written, or puts another version in the place of one with its id. Throws a
   * RangeError for one too many.
   */
  keep(pack: AddedPack, writeContents: () => Promise<void>): Promise<void>;
  /** The same for an update of the version with these contents; nothing when that is not in force any more. */
  update(pack: AddedPack, from: string, writeContents: () => Promise<void>): Promise<void>;
  remove(id: string): Promise<void>;
  removeDamaged(damaged: DamagedPack): Promise<void>;
  setOn(id: string, on: boolean): Promise<void>;
  move(id: string, by: number): Promise<void>;
  undo(id: string): Promise<void>;
  /** Notes what came of looking at a Pack's address; nothing where it is gone meanwhile. */
  note(id: string, change: (pack: AddedPack) => AddedPack): Promise<void>;
  /** Puts this list in the place of the one that is there once the contents that it speaks of are written. */
  replace(packs: readonly AddedPack[], writeContents: () => Promise<void>): Promise<void>;
  /** Drops what a change that broke off has left behind, and gives pages what belongs to the list. */
  sweep(): Promise<void>;
  /** The same where anything was ever kept; a reader without Packs pays nothing. */
  sweepKnown(): Promise<void>;
  /** Makes anew what pages read, as this version of Sidelight reads it; nothing where there are no Packs. */
  renew(): Promise<void>;
}

/** List and look. The first write in here is the moment of a change; what comes before it nobody sees yet. */
async function writeBoth(
  { list, look }: Pick<KeeperParts, 'list' | 'look'>,
  next: unknown,
  made: AddedLook | undefined,
): Promise<void> {
  const before = await Promise.all([list.read(), list.readLook()]);
  await list.writeAll(next, made);
  try {
    await look.write(made);
  } catch (error) {
    // There is no room for it where pages read: then all of it is as it was.
    await list.writeAll(...before).catch(() => undefined);
    throw error;
  }
}

/** The steps that every change is made of; each runs alone. */
function createPackWrites({ contents, list, look, makeStamp, tell }: KeeperParts) {
  const read = async (): Promise<PackList> => decodePackList(await list.read());
  const drop = async (): Promise<void> => {
    const now = await read();
    await (isEmptyList(now) ? contents.dropAll() : contents.dropAllBut(contentsOf(now)));
  };
  const put = async (next: PackList): Promise<void> => {
    const isEmpty = isEmptyList(next);
    const stamped = { ...next, stamp: isEmpty ? '' : makeStamp() };
    const made = isEmpty ? undefined : await makeLook(stamped, contents);
    await writeBoth({ list, look }, isEmpty ? undefined : encodePackList(stamped), made);
    // The change is made; what it left behind can be swept up at any later time.
    await drop().catch(() => undefined);
    tell();
  };
  const take = async (next: PackList, writeContents: () => Promise<void>) => {
    if (next.packs.length > MOST_PACKS) throw new RangeError(`more than ${MOST_PACKS} packs`);
    try {
      await writeContents();
      await put(next);
    } catch (error) {
      // A full disk may refuse this as well; the next change sweeps then.
      await drop().catch(() => undefined);
      throw error;
    }
  };
  const mend = async (): Promise<void> => {
    const now = await read();
    // A stamp that was damaged is no name for what pages have.
    if (!isEmptyList(now) && now.stamp === '') await put(now);
    else await mendLook(now, { contents, look, kept: () => list.readLook() });
  };
  const sweep = (): Promise<void> => drop().finally(mend);
  return { read, sweep, put, take };
}

/** A keeper over these stores. */
export function createPackKeeper(parts: KeeperParts): PackKeeper {
  const { list, alone, tell } = parts;
  const { read, sweep, put, take } = createPackWrites(parts);
  const change = (step: (now: PackList) => PackList): Promise<void> =>
    alone(async () => put(step(await read())));
  return {
    // Whoever only looks goes on without added Packs where the store fails; a change does not.
    list: () => read().catch(() => NO_PACKS),
    read,
    keep: (pack, writeContents) => alone(async () => take(withPack(await read(), pack), writeContents)),
    update: (pack, from, writeContents) =>
      alone(async () => {
        const now = await read();
        const known = now.packs.find(({ id }) => id === pack.id);
        // Meanwhile the reader may have removed it, switched it or put another in its place.
        if (known?.now.content === from) await take(withPack(now, { ...pack, on: known.on }), writeContents);
      }),
    remove: (id) => change((now) => withoutPack(now, id)),
    removeDamaged: (damaged) => change((now) => withoutDamaged(now, damaged)),
    replace: (packs, writeContents) => alone(() => take({ stamp: '', packs }, writeContents)),
    setOn: (id, on) => change((now) => withSwitch(now, id, on)),
    move: (id, by) => change((now) => movePack(now, id, by)),
    undo: (id) => change((now) => undoUpdate(now, id)),
    note: (id, step) =>
      alone(async () => {
        const now = await read();
        const pack = now.packs.find((one) => one.id === id);
        if (!pack) return;
        await list.write(encodePackList(withPack(now, step(pack))));
        tell();
      }),
    sweep: () => alone(sweep),
    sweepKnown: async () => ((await list.isKnown()) ? alone(sweep) : undefined),
    renew: () => alone(() => read().then((now) => (isEmptyList(now) ? undefined : put(now)))),
  };
}
