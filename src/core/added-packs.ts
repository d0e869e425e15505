import * as v from 'valibot';
import type { PackId } from './ids.ts';
import { ID_FORM } from './pack-limits.ts';

/** Where an added Pack came from. */
export type PackOrigin =
  /** Out of the extension itself, where it is off at first. */
  | { readonly type: 'bundled' }
  | { readonly type: 'file'; readonly name: string }
  | ({ readonly type: 'address'; readonly url: string } & Subscription);

/** What is known of an address that a Pack is updated from. Times are ms since the epoch. */
export interface Subscription {
  /** What the server said of the version at hand, to be asked for changes only. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly checkedAt?: number;
  /** Why the last look failed; left out when it did not. The version at hand stays. */
  readonly fault?: string;
  /** Contents that the reader has undone: not taken again. */
  readonly skipped?: string;
  /** The browser was asked to let Sidelight reach this site only for the Pack's sake. */
  readonly askedFor?: boolean;
}

/** One version of a Pack, as the list of Packs knows it. Its contents are kept elsewhere. */
export interface PackVersion {
  /** SHA-256 of its file, in hexadecimal: the name that its contents are kept by. */
  readonly content: string;
  readonly version: string;
  readonly title: string;
  readonly publisher: string;
  readonly language: string;
  readonly licence: string;
  readonly terms: number;
  readonly sources: number;
  readonly questions: number;
  readonly bytes: number;
  /** The public key that updates must be signed with. */
  readonly key?: string;
  /** When it was taken, ms since the epoch. */
  readonly at: number;
}

/** A Pack that the reader has added. */
export interface AddedPack {
  readonly id: PackId;
  readonly on: boolean;
  readonly origin: PackOrigin;
  readonly now: PackVersion;
  /** The version before, as long as an update can be undone. */
  readonly before?: PackVersion;
}

/** The reader's Packs in their order. */
export interface PackList {
  /** Another one whenever what pages find may have changed; empty for an empty list. */
  readonly stamp: string;
  readonly packs: readonly AddedPack[];
  /** Left out where there are none. */
  readonly damaged?: readonly DamagedPack[];
}

/** An entry that cannot be read. It stays as it is until the reader removes it or adds the Pack again. */
export interface DamagedPack {
  /** Of the Pack, as far as it can be told. */
  readonly id?: string;
  readonly title?: string;
  readonly entry: unknown;
}

/** The list of a reader who has added none. */
export const NO_PACKS: PackList = { stamp: '', packs: [] };

/** Packs that a reader can have beside the bundled ones. */
export const MOST_PACKS = 30;

const text = v.string();
const count = v.pipe(v.number(), v.minValue(0));
const hash = v.pipe(text, v.regex(/^[0-9a-f]{64}$/));

const version = v.object({
  content: hash,
  version: text,
  title: text,
  publisher: text,
  language: text,
  licence: text,
  terms: count,
  sources: count,
  questions: count,
  bytes: count,
  key: v.optional(text),
  at: count,
});

const origin = v.variant('type', [
  v.object({ type: v.literal('bundled') }),
  v.object({ type: v.literal('file'), name: text }),
  v.object({
    type: v.literal('address'),
    url: v.pipe(text, v.startsWith('https://')),
    etag: v.optional(text),
    lastModified: v.optional(text),
    checkedAt: v.optional(count),
    fault: v.optional(text),
    skipped: v.optional(hash),
    askedFor: v.optional(v.boolean()),
  }),
]);

const added = v.object({
  id: v.pipe(text, v.regex(ID_FORM)),
  on: v.boolean(),
  origin,
  now: version,
  before: v.optional(version),
});

/** The list as stored; entries that do not hold are set aside, so that one never costs the others. */
export function decodePackList(value: unknown): PackList {
  if (value === undefined) return NO_PACKS;
  const list = v.safeParse(v.object({ stamp: v.fallback(text, ''), packs: v.array(v.unknown()) }), value);
  if (!list.success) return { ...NO_PACKS, damaged: [{ entry: value }] };
  const packs = new Map<string, AddedPack>();
  const damaged: DamagedPack[] = [];
  for (const one of list.output.packs) {
    const read = v.safeParse(added, one);
    if (!read.success) damaged.push(describeDamaged(one));
    else if (!packs.has(read.output.id)) packs.set(read.output.id, read.output as unknown as AddedPack);
  }
  const held = [...packs.values()].slice(0, MOST_PACKS);
  // One that was added again is whole.
  const left = damaged.filter(({ id }) => id === undefined || !packs.has(id)).slice(0, MOST_PACKS);
  return { stamp: list.output.stamp, packs: held, ...(left.length > 0 && { damaged: left }) };
}

/** The list as it is stored. */
export function encodePackList({ stamp, packs, damaged = [] }: PackList): unknown {
  return { stamp, packs: [...packs, ...damaged.map(({ entry }) => entry)] };
}

/** Whether there is nothing in it, damaged or not. */
export function isEmptyList({ packs, damaged = [] }: PackList): boolean {
  return packs.length + damaged.length === 0;
}

const face = v.object({
  id: v.fallback(v.optional(v.pipe(text, v.regex(ID_FORM))), undefined),
  now: v.fallback(v.optional(v.object({ title: text })), undefined),
});

function describeDamaged(entry: unknown): DamagedPack {
  const { id, now } = v.parse(v.fallback(face, {}), entry);
  const title = now && plainFileName(now.title);
  return { ...(id !== undefined && { id }), ...(title && { title }), entry };
}

/** The Pack as one for whose sake its site was asked for. */
export function withAsking(pack: AddedPack): AddedPack {
  return pack.origin.type === 'address' ? { ...pack, origin: { ...pack.origin, askedFor: true } } : pack;
}

/** More of a file's name nobody reads. */
const MOST_NAME_UNITS = 80;

/** A file's name as it can be shown: a name may hold signs that cannot be seen, or that turn a line around. */
export function plainFileName(name: string): string {
  return name.replace(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, '').slice(0, MOST_NAME_UNITS);
}

/** A host or a file's name; nothing for what comes with Sidelight. */
export function describeOrigin(origin: PackOrigin): string | undefined {
  if (origin.type === 'file') return origin.name;
  return origin.type === 'address' ? /^https:\/\/([^/?#]+)/.exec(origin.url)?.[1] : undefined;
}

/** Every version's contents that the list still speaks of; so may an entry that cannot be read otherwise. */
export function contentsOf({ packs, damaged = [] }: PackList): ReadonlySet<string> {
  const whole = packs.flatMap(({ now, before }) => [now.content, ...(before ? [before.content] : [])]);
  return new Set([...whole, ...damaged.flatMap(({ entry }) => contentsOfDamaged(entry))]);
}

const named = v.fallback(v.optional(v.object({ content: hash })), undefined);
const versions = v.fallback(v.object({ now: named, before: named }), {});

function contentsOfDamaged(entry: unknown): readonly string[] {
  const { now, before } = v.parse(versions, entry);
  return [now, before].flatMap((one) => one?.content ?? []);
}

const asking = v.object({
  origin: v.object({ url: v.pipe(text, v.startsWith('https://'), v.url()), askedFor: v.literal(true) }),
});

/** The address whose site was asked for only for the sake of this entry, as far as it can be told. */
export function askedForDamaged({ entry }: DamagedPack): string | undefined {
  const read = v.safeParse(asking, entry);
  return read.success ? read.output.origin.url : undefined;
}

/** The list with this Pack at its place, or at the end when it is new. */
export function withPack({ packs, ...rest }: PackList, pack: AddedPack): PackList {
  const isKnown = packs.some(({ id }) => id === pack.id);
  return {
    ...rest,
    packs: isKnown ? packs.map((one) => (one.id === pack.id ? pack : one)) : [...packs, pack],
  };
}

/** The list with this Pack switched on or off; as it is where there is none. */
export function withSwitch(list: PackList, id: string, on: boolean): PackList {
  const pack = list.packs.find((one) => one.id === id);
  return pack ? withPack(list, { ...pack, on }) : list;
}

/** The list without the Pack of this id. */
export function withoutPack({ packs, ...rest }: PackList, id: string): PackList {
  return { ...rest, packs: packs.filter((pack) => pack.id !== id) };
}

/** The list without the damaged entries that go by the same name. */
export function withoutDamaged({ damaged = [], ...rest }: PackList, gone: DamagedPack): PackList {
  const left = damaged.filter(({ id, title }) => id !== gone.id || title !== gone.title);
  return left.length > 0 ? { ...rest, damaged: left } : rest;
}

/** The list with a Pack so many places further down; negative for up. At an end it stays. */
export function movePack({ packs, ...rest }: PackList, id: string, by: number): PackList {
  const from = packs.findIndex((pack) => pack.id === id);
  const moved = packs[from];
  if (!moved) return { ...rest, packs };
  const others = packs.filter((pack) => pack !== moved);
  const to = Math.min(Math.max(from + by, 0), others.length);
  return { ...rest, packs: [...others.slice(0, to), moved, ...others.slice(to)] };
}

/** The list with the Pack's version before in force again, and the later one skipped; as it is where there is none. */
export function undoUpdate(list: PackList, id: string): PackList {
  const pack = list.packs.find((one) => one.id === id);
  if (!pack?.before) return list;
  const { before, now, origin, ...rest } = pack;
  const left = origin.type === 'address' ? { ...origin, skipped: now.content } : origin;
  return withPack(list, { ...rest, origin: left, now: before });
}
