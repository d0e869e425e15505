import { expect, test } from 'vitest';
import { buildTimeline } from '../../src/core/card-timeline.ts';
import type { PartialDate, TermId } from '../../src/core/ids.ts';
import { createPackLookUp } from '../../src/core/look-up.ts';
import { smallPack } from '../fixtures/small-pack.ts';

const EVENTS = createPackLookUp(smallPack).eventsOn('magnitsky-act' as TermId);
const ALL = ['2012-12-14', '2013', '2016-12-23', '2022-04-08'];

test.each([
  [undefined, ALL, []],
  ['2012', ['2012-12-14'], ['2013', '2016-12-23', '2022-04-08']],
  ['2012-12-14', ['2012-12-14'], ['2013', '2016-12-23', '2022-04-08']],
  ['2012-12-13', [], ALL],
  ['2013-05', ['2012-12-14', '2013'], ['2016-12-23', '2022-04-08']],
  ['2016-12', ['2012-12-14', '2013', '2016-12-23'], ['2022-04-08']],
  ['2026-01-01', ALL, []],
])('page of %s: before %j, since %j', (date, before, since) => {
  const page = date === undefined ? undefined : { date: date as PartialDate, from: 'meta' as const };
  const timeline = buildTimeline(EVENTS, page);
  expect(timeline.events.map((event) => event.date)).toEqual(before);
  expect(timeline.since?.events.map((event) => event.date) ?? []).toEqual(since);
});

test('the page’s date keeps where it comes from', () => {
  const page = { date: '2013-01-11' as PartialDate, from: 'json-ld' as const };
  expect(buildTimeline(EVENTS, page).since?.page).toEqual(page);
});

test('a term without events has an empty timeline', () => {
  expect(buildTimeline([], undefined)).toEqual({ events: [] });
});
