import { speedGatePxPerMs, speedSampleMaxMs } from './hover-timing.ts';

/** Where the pointer was, CSS px, and when, ms. */
export interface PointerSample {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** The last sample that counts and the speeds of the two intervals before it, px/ms. */
export interface PointerTrack {
  readonly last?: PointerSample;
  readonly speeds: readonly number[];
}

/** No sample yet. */
export const noTrack: PointerTrack = { speeds: [] };

/**
 * Adds a sample. One in the same clock tick is passed over, one after a gap starts afresh: so a browser
 * that clamps its clock to 100 ms yields no speed at all, and the gate is off there.
 */
export function addSample(track: PointerTrack, sample: PointerSample): PointerTrack {
  const last = track.last;
  if (last === undefined) return { last: sample, speeds: [] };
  const elapsedMs = sample.at - last.at;
  if (elapsedMs <= 0) return track;
  if (elapsedMs > speedSampleMaxMs) return { last: sample, speeds: [] };
  const speed = Math.hypot(sample.x - last.x, sample.y - last.y) / elapsedMs;
  return { last: sample, speeds: [...track.speeds.slice(-1), speed] };
}

/** When the pointer stops counting as fast if it is not seen again, ms; nothing while it is slow. */
export function findFastUntil(track: PointerTrack): number | undefined {
  if (track.last === undefined || track.speeds.length === 0) return undefined;
  const mean = track.speeds.reduce((sum, speed) => sum + speed, 0) / track.speeds.length;
  return mean >= speedGatePxPerMs ? track.last.at + speedSampleMaxMs : undefined;
}
