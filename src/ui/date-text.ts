import type { PartialDate } from '../core/ids.ts';

/** A year, month or day as the language writes it, no more exact than it is known. */
export function dateText(date: PartialDate, language: string, month: 'long' | 'short'): string {
  const [year, monthOfYear, day] = date.split('-').map(Number);
  if (year === undefined || Number.isNaN(year)) return date;
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(monthOfYear === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  });
  return format.format(Date.UTC(year, (monthOfYear ?? 1) - 1, day ?? 1));
}
