import type { Meter } from '../browser/turn.ts';
import type { TermKey } from '../core/ids.ts';
import type { PageState } from '../core/messages.ts';
import type { Effort } from '../core/self-watch.ts';
import type { Settings } from '../core/settings.ts';
import type { PaintedMentions } from '../dom/painted.ts';
import type { AddedLooks } from './added-look.ts';

/** What a page's code is started with. */
export interface PageStart {
  readonly settings: Settings;
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
