import type { Box, Point } from './geometry.ts';
import type { PointerTrack } from './pointer-speed.ts';

/** What the pointer is over. Ids are those of painted Mentions. */
export type Over =
  | { readonly type: 'page' }
  | { readonly type: 'card' }
  | { readonly type: 'mention'; readonly id: number };

/** How a reader opened a card, which decides what closes it. */
export type OpenedBy = 'pointer' | 'keyboard' | 'touch';

/** `at`: when it happened, ms, on the clock of input events. */
export type HoverEvent =
  | { readonly type: 'move'; readonly at: number; readonly point: Point; readonly over: Over }
  | { readonly type: 'leave'; readonly at: number }
  | { readonly type: 'scroll' }
  | { readonly type: 'press'; readonly over: Over }
  | { readonly type: 'tick'; readonly at: number }
  | { readonly type: 'show'; readonly id: number; readonly by: 'keyboard' | 'touch' }
  /** The card's place is known or has changed. */
  | { readonly type: 'placed'; readonly box: Box }
  | { readonly type: 'pin'; readonly pinned: boolean }
  /** Keyboard focus went into the card or out of it. */
  | { readonly type: 'hold'; readonly held: boolean }
  | { readonly type: 'close' };

/** `dwellMs` nothing: the pointer opens no card. */
export interface HoverRules {
  readonly dwellMs: number | undefined;
}

/** No card, and none is due. */
export interface Idle {
  readonly type: 'idle';
  /** Pressed or closed under the pointer: opens nothing until the pointer has been elsewhere. */
  readonly spent?: number;
}

/** The pointer rests on a Mention, and its card is due. */
export interface Dwelling {
  readonly type: 'dwelling';
  readonly id: number;
  /** Start of the rest, ms. */
  readonly since: number;
  readonly reached: 'nothing' | 'ask' | 'build';
}

/** The pointer is outside of both term and card. */
export interface Away {
  /** Start of the grace, ms. */
  readonly since: number;
  /** Where the pointer left the term. */
  readonly apex: Point;
}

/** The Mention to be shown next if the pointer is still on it then. */
export interface Candidate {
  readonly id: number;
  readonly dueAt: number;
}

/** A card is open; `held` while keyboard focus is in it. */
export interface Open {
  readonly type: 'open';
  readonly id: number;
  readonly by: OpenedBy;
  readonly pinned: boolean;
  readonly held: boolean;
  readonly box?: Box;
  readonly away?: Away;
  readonly candidate?: Candidate;
}

/** Idle, waiting on a Mention, or with its card open. */
export type HoverPhase = Idle | Dwelling | Open;

/** All that the pointer's story so far has left behind. */
export interface HoverState {
  readonly track: PointerTrack;
  readonly point?: Point;
  readonly phase: HoverPhase;
}

/** What the page should do now; each step includes the ones before it. */
export type Wanted =
  | { readonly type: 'nothing' }
  | { readonly type: 'ask' | 'build'; readonly id: number }
  | { readonly type: 'open'; readonly id: number; readonly by: OpenedBy };
