import { expect, test } from 'vitest';
import { layoutTimeline } from '../../src/core/timeline-layout.ts';
import type { TimelineMap, TimelinePoint } from '../../src/core/timeline-map.ts';

function mapOf(from: number, to: number, ...dates: string[]): TimelineMap {
  const points = dates.map((date) => ({ id: date, lane: 'law', date, text: '' }) as unknown as TimelinePoint);
  return { points, from, to };
}

test('every point stays on the line, in order', () => {
  const { placed } = layoutTimeline(
    mapOf(1974, 2023, '1974', '1975-01-03', '2012-12-14', '2016', '2022'),
    0.02,
  );
  const along = placed.map((one) => one.along);
  expect(along).toEqual([...along].sort((a, b) => a - b));
  expect(Math.min(...along)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...along)).toBeLessThanOrEqual(1);
});

test('long quiet years are pressed together, and the break is told', () => {
  const dates = ['1974', ...Array.from({ length: 9 }, (_, at) => `20${12 + at}`)];
  const { breakAt, breakAlong, placed } = layoutTimeline(mapOf(1974, 2021, ...dates), 0.02);
  expect(breakAt).toBe(2012);
  expect(breakAlong).toBeCloseTo(0.24);
  expect(placed[2]?.along).toBeGreaterThan(0.24);
});

test('points too close to each other stand on levels of their own', () => {
  const { placed } = layoutTimeline(mapOf(2012, 2014, '2012-12-14', '2012-12-15', '2013-12-01'), 0.05);
  expect(placed.map(({ level }) => level)).toEqual([0, 1, 0]);
});
