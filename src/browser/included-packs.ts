import type { AddedPack } from '../core/added-packs.ts';
import { packContents, packKeeper } from './added-packs.ts';
import { browser } from './api.ts';
import { preparePack } from './prepare-pack.ts';

/** A Pack that comes with Sidelight and is off until the reader wants it; a file like anybody's. */
export interface IncludedPack {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly version: string;
  readonly licence: string;
  /** Its file in the package. */
  readonly file: string;
}

/** Those Packs, switched on or not; the build has checked them. */
export async function findIncludedPacks(): Promise<readonly IncludedPack[]> {
  const response = await fetch(browser.runtime.getURL('packs/included.json'));
  return (await response.json()) as IncludedPack[];
}

/** The file itself, out of the package. */
export async function readIncluded(file: string): Promise<Blob> {
  return (await fetch(browser.runtime.getURL(file))).blob();
}

/** Switches one on: from then on it is a Pack of the reader's like any other. */
export async function takeIncluded({ file }: IncludedPack): Promise<void> {
  const prepared = await preparePack(new Uint8Array(await (await readIncluded(file)).arrayBuffer()), {
    bundled: [],
    nowMs: Date.now(),
  });
  if ('fault' in prepared) throw new Error(`${file} is no pack: ${prepared.fault}`);
  const { id, version, contents } = prepared;
  const write = () => packContents.keep(version.content, contents);
  const known = (await packKeeper.read()).packs.find((pack) => pack.id === id);
  const pack: AddedPack = { id, on: true, origin: { type: 'bundled' }, now: version };
  if (known) await packKeeper.update({ ...pack, on: known.on }, known.now.content, write);
  else await packKeeper.keep(pack, write);
}

/** After an update of Sidelight: those that are on are brought to the version that came with it. */
export async function refreshIncluded(): Promise<void> {
  const [included, { packs }] = await Promise.all([findIncludedPacks(), packKeeper.list()]);
  for (const pack of included) {
    const own = packs.find(({ id, origin }) => id === pack.id && origin.type === 'bundled');
    if (own && own.now.version !== pack.version) await takeIncluded(pack);
  }
}
