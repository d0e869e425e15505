import type { Mention } from '../core/mention.ts';

/** A Mention with its Mark on the page. */
export interface PaintedMention {
  /** Stable as long as the Mark stands; never used twice in one page. */
  readonly id: number;
  readonly mention: Mention;
  /** May begin and end in different text nodes; it is stale once its text has changed. */
  readonly range: StaticRange;
}

/** What the hit test and the keyboard need to know of the Marks of one page. */
export interface PaintedMentions {
  /** The painted Mentions that touch this text node; nothing is an empty list. Must be cheap: a WeakMap look-up. */
  readonly findIn: (node: Text) => readonly PaintedMention[];
  /** Every painted Mention, in document order. */
  readonly findAll: () => readonly PaintedMention[];
  /** Shadow roots, open or closed, that hold painted Mentions. */
  readonly findRoots: () => readonly ShadowRoot[];
}
