import type { AddedFinders } from '../core/added-finders.ts';
import type { FirstLook } from '../core/first-look.ts';
import type { TermKey } from '../core/ids.ts';
import type { InTurns } from '../core/in-turns.ts';
import type { MentionFinder } from '../core/mentions.ts';
import type { PageState } from '../core/messages.ts';
import type { PageFinder, PageMemory } from '../core/page-finder.ts';
import type { Effort } from '../core/self-watch.ts';
import type { Settings } from '../core/settings.ts';
import type { PaintedMentions } from '../dom/painted.ts';
import type { AddedLooks } from './added-look.ts';
import type { Meter } from './turn.ts';

/** What a page's code is started with. */
export interface PageStart {
  readonly settings: Settings;
  /** How the page was looked through for the bundled Packs before its code came; made anew, which costs little. */
  readonly loadLooks: () => readonly FirstLook[];
  /** Left out where the reader has added no Pack. */
  readonly added?: AddedLooks;
  /** Everything stops with it. */
  readonly signal: AbortSignal;
  readonly meter: Meter;
  /** Told of whatever went wrong; the page's code has stopped working then. */
  readonly onError: (error: unknown) => void;
}

/** Sidelight at work on one page. */
export interface OpenPage {
  readonly state: PageState;
  apply(settings: Settings): Promise<void>;
  /** From now on does less. */
  limit(effort: Effort): Promise<void>;
  /** Brings a Mention into view; false when it is gone. */
  jump(mention: number): boolean;
  /** A Term was read elsewhere, such as in the side panel. */
  markRead(term: TermKey): boolean;
  step(direction: 'next' | 'previous'): boolean;
}

/** Nothing once the signal has aborted, which is looked at between turns of the page. */
export type StartPage = (start: PageStart) => Promise<OpenPage | undefined>;

/**
 * The scripts of one frame meet on the global of the extension's own world, which no page can see: the code that
 * reads and marks, loaded when a page has a candidate, leaves its one function there.
 */
const door = Symbol.for('sidelight.page');

/** Called by the page's code when it has been loaded. */
export function openPageDoor(start: StartPage): void {
  Reflect.set(globalThis, door, start);
}

/** What the page's code left, once: it is loaded anew for each start, and not kept for another. */
export function takePageDoor(): StartPage | undefined {
  return take(door) as StartPage | undefined;
}

/** Makes the finder of one page, over the JSON of the bundled Packs' indexes and what was added. */
export type CreatePageFinder = (
  indexes: readonly string[],
  memory: PageMemory,
  added?: AddedLooks,
) => InTurns<PageFinder>;

const finderDoor = Symbol.for('sidelight.finder');

/** Called by the code that decides what is a Mention when it has been loaded. */
export function openFinderDoor(create: CreatePageFinder): void {
  Reflect.set(globalThis, finderDoor, create);
}

/** What that code left, once, so that the code can go when its finder goes; nothing before it has been loaded. */
export function takeFinderDoor(): CreatePageFinder | undefined {
  return take(finderDoor) as CreatePageFinder | undefined;
}

/** Makes the finders for the reader's own Packs; how one is made of an index, the finder's code knows already. */
export type CreateAdded = (
  looks: AddedLooks,
  createFinder: (index: Uint8Array) => MentionFinder,
) => AddedFinders;

const addedDoor = Symbol.for('sidelight.added');

/** Called by the code for the reader's own Packs when it has been loaded. */
export function openAddedDoor(create: CreateAdded): void {
  Reflect.set(globalThis, addedDoor, create);
}

/** What that code left; nothing where it has not been loaded. */
export function findAddedDoor(): CreateAdded | undefined {
  return Reflect.get(globalThis, addedDoor) as CreateAdded | undefined;
}

const marksDoor = Symbol.for('sidelight.marks');

/** Lets other code of ours in this frame know where the Marks are. */
export function shareMarks(marks: PaintedMentions): void {
  Reflect.set(globalThis, marksDoor, marks);
}

/** The Marks of this frame's terms; nothing before there are any. */
export function findMarks(): PaintedMentions | undefined {
  return Reflect.get(globalThis, marksDoor) as PaintedMentions | undefined;
}

function take(name: symbol): unknown {
  const left: unknown = Reflect.get(globalThis, name);
  Reflect.deleteProperty(globalThis, name);
  return left;
}
