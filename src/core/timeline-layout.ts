import { dateInYears, type TimelineMap, type TimelinePoint } from './timeline-map.ts';

/** Where a point is drawn: along the line in [0, 1], and how many others stand below it in its lane. */
export interface PlacedPoint {
  readonly point: TimelinePoint;
  readonly along: number;
  readonly level: number;
}

/** A drawn timeline: years before `breakAt` are pressed together into the first `breakAlong` of the line. */
export interface TimelineLayout {
  readonly placed: readonly PlacedPoint[];
  readonly ticks: readonly { readonly year: number; readonly along: number }[];
  readonly breakAt: number;
  readonly breakAlong: number;
}

/** Where the crowded years begin: so much of everything lies after. */
const CROWDED_SHARE = 0.8;
/** What the years before get of the line, however many they are. */
const BEFORE_ALONG = 0.24;

/** Places every point; `gap` is the least distance of two in one level, as a share of the line. */
export function layoutTimeline({ points, from, to }: TimelineMap, gap: number): TimelineLayout {
  const quiet = points[Math.floor(points.length * (1 - CROWDED_SHARE))];
  const breakAt = quiet ? Math.floor(dateInYears(quiet.date)) : from;
  const breakAlong = breakAt > from ? BEFORE_ALONG : 0;
  const alongOf = (year: number): number =>
    year < breakAt
      ? ((year - from) / (breakAt - from)) * breakAlong
      : breakAlong + ((year - breakAt) / (to - breakAt)) * (1 - breakAlong);
  const ends = new Map<string, number[]>();
  const placed = points.map((point) => {
    const along = alongOf(dateInYears(point.date));
    const levels = ends.get(point.lane) ?? [];
    ends.set(point.lane, levels);
    const free = levels.findIndex((end) => along - end >= gap);
    const level = free < 0 ? levels.length : free;
    levels[level] = along;
    return { point, along, level };
  });
  return { placed, ticks: findTicks(from, to, breakAt, alongOf), breakAt, breakAlong };
}

/** The first year, the break, and every other year after it. */
function findTicks(from: number, to: number, breakAt: number, alongOf: (year: number) => number) {
  const years = breakAt > from ? [from] : [];
  for (let year = breakAt; year < to; year += 2) years.push(year);
  return years.map((year) => ({ year, along: alongOf(year) }));
}
