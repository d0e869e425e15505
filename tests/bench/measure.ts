/** CPU time of this process in nanoseconds; run with --single-threaded, so that it is the subject's alone. */
export function cpuNs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** The floor: what merely touching each unit costs. */
export function readUnits(text: string): number {
  let mixed = 0;
  for (let at = 0; at < text.length; at += 1) mixed ^= text.charCodeAt(at);
  return mixed;
}

export interface Paired {
  /** Median of the rounds' ratios subject ÷ floor. */
  readonly ratio: number;
  readonly nsPerUnit: number;
}

export interface Subject {
  run(text: string): unknown;
  readonly texts: readonly string[];
}

let kept: unknown;

function passNs(subject: Subject, times: number): number {
  const start = cpuNs();
  for (let time = 0; time < times; time += 1) for (const text of subject.texts) kept = subject.run(text);
  return (cpuNs() - start) / times;
}

const sizeOf = ({ texts }: Subject) => texts.reduce((sum, text) => sum + text.length, 0);

/** How often a pass must be repeated to take about so long. */
function timesFor(subject: Subject, wantedNs: number): number {
  return Math.max(1, Math.round(wantedNs / Math.max(1, passNs(subject, 1))));
}

const PASS_NS = 10_000_000;

/** Runs both in turn and gives the median of the paired ratios, per unit of text. */
export function measurePaired(subject: Subject, floor: Subject, rounds: number): Paired {
  for (let warm = 0; warm < 3; warm += 1) {
    passNs(floor, 2);
    passNs(subject, 2);
  }
  const floorTimes = timesFor(floor, PASS_NS);
  const subjectTimes = timesFor(subject, PASS_NS);
  const ratios: number[] = [];
  const costs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const base = passNs(floor, floorTimes) / sizeOf(floor);
    const cost = passNs(subject, subjectTimes) / sizeOf(subject);
    ratios.push(cost / base);
    costs.push(cost);
  }
  return { ratio: median(ratios), nsPerUnit: median(costs) };
}

/** Keeps the last result reachable, so that no engine's work is optimised away. */
export function lastResult(): unknown {
  return kept;
}
