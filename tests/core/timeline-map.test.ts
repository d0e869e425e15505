import { expect, test } from 'vitest';
import type { PartialDate } from '../../src/core/ids.ts';
import { createPackLookUp } from '../../src/core/look-up.ts';
import { buildTimelineMap, dateInYears } from '../../src/core/timeline-map.ts';
import { smallPack } from '../fixtures/small-pack.ts';

test('events and sources on one line, in order; events on a law are laws', () => {
  const map = buildTimelineMap(createPackLookUp(smallPack));
  expect(map?.points.map(({ lane, id }) => `${lane} ${id}`)).toEqual([
    'law signed',
    'law listed',
    'source lester-2013',
    'law global',
    'source calingaert-2017',
    'source smoler-2017',
    'law renewed',
  ]);
  expect([map?.from, map?.to]).toEqual([2012, 2023]);
});

test('an event that touches no law is an event; an empty pack has no line', () => {
  const [first] = smallPack.events;
  const pack = { ...smallPack, sources: [], events: [{ ...first, terms: ['asset-freeze'] }] } as never;
  expect(buildTimelineMap(createPackLookUp(pack))?.points[0]?.lane).toBe('event');
  const empty = { ...smallPack, sources: [], events: [] };
  expect(buildTimelineMap(createPackLookUp(empty))).toBeUndefined();
});

test.each([
  ['2012', 2012.5],
  ['2012-01', 2012.04],
  ['2012-07-16', 2012.54],
  ['2012-12-31', 2013],
])('%s is %d', (date, expected) => {
  expect(dateInYears(date as PartialDate)).toBeCloseTo(expected, 1);
});
