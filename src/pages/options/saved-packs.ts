import { isWithoutPacks, packContents, packKeeper } from '../../browser/added-packs.ts';
import { decodeBase64, encodeBase64 } from '../../browser/base64.ts';
import { findIncludedPacks, readIncluded } from '../../browser/included-packs.ts';
import { giveUpUnused } from '../../browser/subscribed-packs.ts';
import { type AddedPack, contentsOf, NO_PACKS } from '../../core/added-packs.ts';
import type { SavedPacks } from '../../core/settings-file.ts';
import { type PackImport, startImport } from './pack-import.ts';

/** The Packs of a file, each checked like any that a reader adds; nothing of them is kept yet. */
export interface ReadyPacks {
  readonly packs: readonly AddedPack[];
  /** Ends what waits to be kept. */
  readonly leave: () => void;
  readonly write: () => Promise<void>;
}

/** No Packs at all, as after installing. */
export const NONE_READY: ReadyPacks = { packs: [], leave: () => {}, write: async () => {} };

/**
 * The reader's Packs with the files of all their versions; a version whose file cannot be read is left out, and so are
 * the files of Packs that come with Sidelight. Nothing where Packs are out of reach; throws where the list cannot be read.
 */
export async function gatherPacks(): Promise<SavedPacks | undefined> {
  if (isWithoutPacks) return undefined;
  const { packs: kept } = await packKeeper.read();
  const files: Record<string, string> = {};
  const isOwn = ({ origin }: AddedPack): boolean => origin.type === 'bundled';
  for (const content of contentsOf({ ...NO_PACKS, packs: kept.filter((pack) => !isOwn(pack)) })) {
    const file = await packContents.findFile(content).catch(() => undefined);
    if (file) files[content] = encodeBase64(await squeeze(file));
  }
  const packs = kept.flatMap(({ before, ...pack }): AddedPack[] => {
    if (isOwn(pack)) return [pack];
    if (files[pack.now.content] === undefined) return [];
    return [before && files[before.content] !== undefined ? { ...pack, before } : pack];
  });
  return { packs, files };
}

/** Checks every version that a file holds; gives the path of the first that does not hold. */
export async function readyPacks({ packs, files }: SavedPacks): Promise<ReadyPacks | { fault: string }> {
  const running: PackImport[] = [];
  const leave = (): void => running.forEach(({ cancel }) => void cancel());
  const ready: AddedPack[] = [];
  for (const pack of packs) {
    const [now, before] = [await check(pack, pack.now), pack.before && (await check(pack, pack.before))];
    if (!now || (pack.before && !before)) {
      leave();
      return { fault: `packs.${pack.id}` };
    }
    ready.push({ ...pack, now, ...(before && { before }) });
  }
  return {
    packs: ready,
    leave,
    async write() {
      for (const { write } of running) await write();
    },
  };

  async function check(pack: AddedPack, version: AddedPack['now']) {
    const isOwn = pack.origin.type === 'bundled';
    try {
      const source = await (isOwn ? readOwn(pack.id) : unpack(files[version.content] ?? ''));
      const one = startImport(source, { isOwn, mustBeSealed: pack.origin.type === 'address' });
      running.push(one);
      const read = await one.result;
      const isIt = 'id' in read && read.id === pack.id && (isOwn || read.version.content === version.content);
      // All that is said of the version comes from its own file, but for the day when it was taken.
      return isIt ? { ...read.version, at: version.at } : undefined;
    } catch {
      return undefined;
    }
  }
}

/** A Pack that comes with Sidelight is taken from there, in the version that does. */
async function readOwn(id: string): Promise<Blob> {
  const own = (await findIncludedPacks()).find((pack) => pack.id === id);
  if (!own) throw new Error(`no pack ${id} comes with this version`);
  return readIncluded(own.file);
}

async function unpack(base64: string): Promise<Blob> {
  return new Blob([decodeBase64(base64) as Uint8Array<ArrayBuffer>]);
}

/** Puts these in the place of the Packs that are there, all of them or none. False when there is no room. */
export async function takePacks({ packs, leave, write }: ReadyPacks): Promise<boolean> {
  try {
    const { packs: old, damaged = [] } = await packKeeper.read();
    if (damaged.length === 0 && JSON.stringify(old) === JSON.stringify(packs)) return true;
    await packKeeper.replace(packs, write);
    for (const pack of [...old, ...damaged]) await giveUpUnused(pack);
    return true;
  } catch {
    return false;
  } finally {
    leave();
  }
}

async function squeeze(file: Uint8Array): Promise<Uint8Array> {
  const whole = new Blob([file as Uint8Array<ArrayBuffer>]).stream();
  const packed = whole.pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
