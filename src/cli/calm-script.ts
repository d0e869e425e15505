/**
 * Runs before a page's own scripts, in both twins: chance and the clock give the same values each time,
 * so that what still differs is not the page's own dice. Printing would wait for a person.
 */
export function calmPage(): void {
  let seed = 1;
  // mulberry32: small and even enough for pages that only want to differ from themselves.
  const next = (): number => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  Math.random = next;
  globalThis.print = () => {};
  crypto.getRandomValues = <T extends ArrayBufferView | null>(array: T): T => {
    if (!array) return array;
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(next() * 256);
    return array;
  };
  const hour = 3_600_000;
  const start = 1_600_000_000_000;
  const now = (): number => start + Math.floor(performance.now() / hour) * hour;
  const RealDate = Date;
  // The clock stands still within the hour; pages that wait for a moment do so with timers.
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, made) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, made === globalThis.Date ? target : made),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
}
