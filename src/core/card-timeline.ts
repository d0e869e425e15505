import type { PageDate } from './card-context.ts';
import type { PartialDate } from './ids.ts';
import { compareDates } from './partial-date.ts';
import type { PublicRecord, TimelineEvent } from './types.ts';

/** A dated event with what it rests on. */
export interface CardEvent {
  readonly date: PartialDate;
  readonly text: string;
  readonly records: readonly PublicRecord[];
}

/** What happened, oldest first, and what of it the page could not know. */
export interface CardTimeline {
  readonly events: readonly CardEvent[];
  /** Left out where the page carries no date or nothing has happened since. */
  readonly since?: { readonly page: PageDate; readonly events: readonly CardEvent[] };
}

/**
 * The events of a Term, earliest first whatever their order; those after the page's date apart. An event is "after"
 * only when its date says so for certain.
 */
export function buildTimeline(events: readonly TimelineEvent[], page: PageDate | undefined): CardTimeline {
  const own = events
    .map(({ date, text, records }) => ({ date, text, records }))
    .sort((a, b) => compareDates(a.date, b.date));
  if (!page) return { events: own };
  const since = own.filter((event) => isAfter(event.date, page.date));
  if (since.length === 0) return { events: own };
  return { events: own.filter((event) => !since.includes(event)), since: { page, events: since } };
}

/** Compares as far as both dates go: the year 2012 is not after May 2012. */
function isAfter(date: PartialDate, page: PartialDate): boolean {
  const known = Math.min(date.length, page.length);
  return date.slice(0, known) > page.slice(0, known);
}
