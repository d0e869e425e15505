const TRIES = 6;

/**
 * How many times more CPU time the long run takes than the short one, at best of some tries: what else the machine
 * does only ever adds, so that a busy one cannot make linear work look quadratic for long.
 */
export function findGrowth(short: () => void, long: () => void, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < TRIES && least >= enough; attempt += 1) {
    least = Math.min(least, leastMicros(long) / Math.max(100, leastMicros(short)));
  }
  return least;
}

function leastMicros(run: () => void): number {
  return Math.min(...Array.from({ length: 3 }, () => cpuMicros(run)));
}

function cpuMicros(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
