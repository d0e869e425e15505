const HOUR_MS = 3_600_000;

/** An address is looked at once a day. */
const CHECK_EVERY_MS = 24 * HOUR_MS;
/** Up to so much later, so that not every reader's browser asks at once. */
const JITTER_MS = 4 * HOUR_MS;
/** Not at the very start of a browser, when everything else wants the line. */
const SOONEST_MS = 5 * 60_000;

/** In how many ms a Pack's address is to be looked at next; `random` from 0 to 1. A clock set back waits a day at most. */
export function waitForCheck(checkedAt: number | undefined, nowMs: number, random: number): number {
  const sinceMs = checkedAt === undefined || checkedAt > nowMs ? 0 : nowMs - checkedAt;
  return Math.max(CHECK_EVERY_MS - sinceMs, SOONEST_MS) + random * JITTER_MS;
}
