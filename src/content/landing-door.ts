import type { DisputedPlace } from '../core/landing.ts';
import type { Mention } from '../core/mention.ts';
import type { Settings } from '../core/settings.ts';
import type { CreateCards } from './card-door.ts';

/** What is drawn on a Source's own page. */
export interface LandingViews {
  readonly createDisputedCards: (findPlace: (mention: Mention) => DisputedPlace | undefined) => CreateCards;
  /** Gives what takes the bar away. */
  readonly showGoneNotice: (
    archivedUrl: string | undefined,
    settings: Settings,
    signal: AbortSignal,
  ) => () => void;
}

/** As with cards: the code that draws is loaded on first need and leaves itself on our own world's global. */
const door = Symbol.for('sidelight.landing-views');

/** Called by the code that draws when it has been loaded. */
export function openLandingDoor(views: LandingViews): void {
  Reflect.set(globalThis, door, views);
}

/** What that code left; nothing before it has been loaded. */
export function findLandingDoor(): LandingViews | undefined {
  return Reflect.get(globalThis, door) as LandingViews | undefined;
}
