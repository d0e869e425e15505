/** Rest before a card opens, ms, per preset of the settings; `undefined`: the pointer opens nothing. */
export const dwellPresets = {
  calm: 750,
  normal: 450,
  fast: 200,
  keys: undefined,
} as const;

/** Ask for the card's content after this rest, ms: shorter is only a pointer passing by. */
export const askAfterMs = 25;

/** Build the card off the page after this rest, ms: by then most pointers mean it, and opening costs one frame. */
export const buildAfterMs = 150;

/** Time to come back or to reach the card after leaving its term, ms: half the usual reach for a target. */
export const graceMs = 300;

/** Mean speed, px/ms, from which the pointer travels and does not read. */
export const speedGatePxPerMs = 0.5;

/** Samples further apart than this, ms (two frames), say nothing about speed; also how long a speed stays true. */
export const speedSampleMaxMs = 32;
