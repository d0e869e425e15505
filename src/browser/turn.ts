import type { InTurns } from '../core/in-turns.ts';

/** Sidelight works this long at most before the page gets its turn; a long task begins at 50 ms. */
const SLICE_MS = 5;

/** Told of every stretch of work, ms, as soon as it is over. */
export type Meter = (workedMs: number) => void;

/** Tells `meter` what it is told, and keeps the sum, ms. */
export class WorkCount {
  ms = 0;
  readonly meter: Meter;

  constructor(meter: Meter) {
    this.meter = (workedMs) => {
      this.ms += workedMs;
      meter(workedMs);
    };
  }
}

/** A stretch of work that lets the page go first again and again. */
export interface Turn {
  /** Goes on at once within the slice, else after the page has had its turn. */
  rest(): Promise<void>;
  /** Does such work, resting where it yields. */
  finish<Result>(work: InTurns<Result>): Promise<Result>;
  /** Waits for somebody else, which is no work of ours. */
  wait<Result>(other: Promise<Result>): Promise<Result>;
  /** Counts what was done since the last rest; call it at the end. */
  pause(): void;
}

/** Lets the page go first. A function of ours calls back, so that a trace of the page tells whose task it is. */
export function waitForTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(() => resolve()));
}

/**
 * Waits until the page has been laid out and painted, so that to look at it lays out nothing. In a tab that is out
 * of sight this is when it is seen again.
 */
export function waitForFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve())));
}

/** A stretch that begins now; tells `meter` of each part of it. */
export function createTurn(meter: Meter = () => {}, sliceMs = SLICE_MS): Turn {
  let startMs = performance.now();
  const pause = (): void => {
    const now = performance.now();
    meter(now - startMs);
    startMs = now;
  };
  const rest = async (): Promise<void> => {
    pause();
    await waitForTurn();
    startMs = performance.now();
  };
  const isOver = (): boolean => performance.now() - startMs >= sliceMs;
  return {
    async rest() {
      if (isOver()) await rest();
    },
    async finish(work) {
      let step = work.next();
      for (; !step.done; step = work.next()) if (isOver()) await rest();
      return step.value;
    },
    async wait(other) {
      pause();
      const result = await other;
      startMs = performance.now();
      return result;
    },
    pause,
  };
}
