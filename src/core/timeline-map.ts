import type { PartialDate } from './ids.ts';
import type { PackLookUp } from './look-up.ts';
import { compareDates } from './partial-date.ts';
import type { Source, TimelineEvent } from './types.ts';

/** One dated thing: a law, another event, or one of the Sources themselves. */
export interface TimelinePoint {
  readonly id: string;
  readonly lane: 'law' | 'event' | 'source';
  readonly date: PartialDate;
  readonly text: string;
  readonly event?: TimelineEvent;
  readonly source?: Source;
}

/** The points in order, and the years that the picture spans, half-open. */
export interface TimelineMap {
  readonly points: readonly TimelinePoint[];
  readonly from: number;
  readonly to: number;
}

/** Laws, events and Sources of one Pack on one line; nothing when it has neither. */
export function buildTimelineMap({ pack, findTerm }: PackLookUp): TimelineMap | undefined {
  const events = pack.events.map((event): TimelinePoint => {
    const isLaw = event.terms.some((term) => findTerm(term)?.kind === 'law');
    return { id: event.id, lane: isLaw ? 'law' : 'event', date: event.date, text: event.text, event };
  });
  const sources = pack.sources.map(
    (source): TimelinePoint => ({
      id: source.id,
      lane: 'source',
      date: source.date,
      text: source.title,
      source,
    }),
  );
  const points = [...events, ...sources].sort((a, b) => compareDates(a.date, b.date));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return undefined;
  return { points, from: yearOf(first.date), to: yearOf(last.date) + 1 };
}

/** A year, month or day as a number of years; the middle of what is not known more exactly. */
export function dateInYears(date: PartialDate): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return year + 0.5;
  return year + (month - 1 + (day === undefined ? 0.5 : (day - 0.5) / 31)) / 12;
}

function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}
