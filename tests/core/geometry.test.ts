import { expect, test } from 'vitest';
import { distanceToBox, findBoundingBox, isInBox, isOnWayTo } from '../../src/core/geometry.ts';

const box = { left: 100, top: 100, right: 300, bottom: 200 };

test.each([
  [100, 100, true, 'corner'],
  [200, 150, true, 'middle'],
  [300.5, 150, false, 'right of it'],
  [200, 99, false, 'above it'],
])('(%d, %d) in the box: %s, %s', (x, y, inside) => {
  expect(isInBox({ x, y }, box)).toBe(inside);
});

test.each([
  [200, 150, 0],
  [200, 90, 10],
  [97, 96, 5],
  [304, 203, 5],
])('(%d, %d) is %d px from the box', (x, y, distance) => {
  expect(distanceToBox({ x, y }, box)).toBe(distance);
});

test.each([
  [120, 80, true, 'straight down'],
  [240, 90, true, 'towards the far corner'],
  [110, 110, true, 'inside the box'],
  [60, 90, false, 'left of every way'],
  [290, 70, false, 'beside the far corner'],
  [120, 40, false, 'away from the box'],
])('(%d, %d) is on the way from (120, 60): %s, %s', (x, y, onWay) => {
  expect(isOnWayTo({ x, y }, { x: 120, y: 60 }, box)).toBe(onWay);
});

test('the bounding box of lines, and of none', () => {
  const lines = [
    { left: 200, top: 10, right: 300, bottom: 30 },
    { left: 0, top: 30, right: 90, bottom: 50 },
  ];
  expect(findBoundingBox(lines)).toEqual({ left: 0, top: 10, right: 300, bottom: 50 });
  expect(findBoundingBox([])).toBeUndefined();
});
