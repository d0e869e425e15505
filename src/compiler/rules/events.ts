import type { Corpus } from '../corpus.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { EditorialRule } from '../rules.ts';
import { unknownIds } from './references.ts';

function eventDates({ events }: Corpus): Problem[] {
  return events
    .filter(({ value }) => !isRealDate(value.date))
    .map(({ value, at }) => problemAt(at('date'), `there is no day ${value.date}`));
}

function isRealDate(date: string): boolean {
  const full = `${date}${'-01'.repeat((10 - date.length) / 3)}`;
  const time = Date.parse(`${full}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(full);
}

function eventRecorded(corpus: Corpus): Problem[] {
  return corpus.events.flatMap(({ id, value, at }) => [
    ...(value.records.length === 0 ? [problemAt(at('records'), `the event "${id}" names no record`)] : []),
    ...(value.terms.length === 0 ? [problemAt(at('terms'), `the event "${id}" names no term`)] : []),
    ...unknownIds(corpus, 'term', value.terms, (i) => at('terms', i)),
  ]);
}

/** What must hold of each event of the timeline, by the name of the rule. */
export const eventRules: Readonly<Record<string, EditorialRule>> = { eventDates, eventRecorded };
