import type { PartialDate } from './ids.ts';

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** For sorting, the earlier first; a year stands before its months, and a month before its days. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  return a < b ? -1 : Number(a > b);
}

/** The date that an ISO 8601 text begins with, as `2012`, `2012-12` or `2012-12-14`; nothing when there is none. */
export function findPartialDate(text: string): PartialDate | undefined {
  const found = /^\s*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)/.exec(text);
  if (!found) return undefined;
  const [, year = '', month, day] = found;
  if (Number(year) < 1000) return undefined;
  if (month === undefined) return year as PartialDate;
  const days = DAYS_IN_MONTH[Number(month) - 1];
  if (days === undefined) return undefined;
  if (day === undefined) return `${year}-${month}` as PartialDate;
  if (Number(day) < 1 || Number(day) > days) return undefined;
  return `${year}-${month}-${day}` as PartialDate;
}
