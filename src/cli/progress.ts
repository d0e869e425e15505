/** Short work needs no word about it. */
const silentMs = 1_000;
/** A terminal can show each step; a log gets a line now and then. */
const terminalMs = 100;
const logMs = 5_000;

/** Where progress is written, such as `process.stderr`. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Tells how far long work is; `end` clears the terminal's line. Time comes in, in milliseconds. */
export function createProgress(output: ProgressOutput, now: () => number) {
  const start = now();
  let next = start + silentMs;
  let shown = false;
  return {
    report(stage: string, done: number, total: number): void {
      const time = now();
      if (time < next) return;
      next = time + (output.isTTY ? terminalMs : logMs);
      const line = `${stage}: ${Math.floor((100 * done) / Math.max(1, total))} % (${Math.round((time - start) / 1000)} s)`;
      output.write(output.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
      shown = output.isTTY === true;
    },
    end(): void {
      if (shown) output.write('\r\u001b[K');
    },
  };
}
