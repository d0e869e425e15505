import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapPx, placeCard } from '../../src/core/place-card.ts';

const screen = { left: 0, top: 0, right: 1000, bottom: 800 };
const term = (left: number, top: number) => ({ left, right: left + 100, top, bottom: top + 20 });

test.each([
  ['room below', 200, 100, 300, { side: 'below', left: 200, edge: 128, room: 480 }],
  ['no room below', 200, 600, 300, { side: 'above', left: 200, edge: 592, room: 480 }],
  ['room on neither side, more below', 200, 330, 480, { side: 'below', left: 200, edge: 358, room: 434 }],
  ['room on neither side, more above', 200, 430, 480, { side: 'above', left: 200, edge: 422, room: 414 }],
  [
    'a card higher than the most is measured by the most',
    200,
    290,
    2000,
    { side: 'below', left: 200, edge: 318, room: 474 },
  ],
  ['at the right edge', 950, 100, 300, { side: 'below', left: 612, edge: 128, room: 480 }],
  ['at the left edge', -20, 100, 300, { side: 'below', left: 8, edge: 128, room: 480 }],
] as const)('%s', (_name, left, top, height, place) => {
  expect(placeCard({ anchor: term(left, top), screen, width: 380, height })).toEqual(place);
});

test('right-to-left it begins at the right edge of the term', () => {
  const place = placeCard({ anchor: term(600, 100), screen, width: 380, height: 300, isRtl: true });
  expect(place.left).toBe(320);
});

test('a side once taken is kept while the card grows', () => {
  const place = placeCard({ anchor: term(200, 600), screen, width: 380, height: 500, side: 'below' });
  expect(place).toMatchObject({ side: 'below', room: 164 });
});

test('P31 whatever the screen and the zoom: inside the screen, 8 px from its edges, never over the term', () => {
  const size = fc.integer({ min: 1, max: 4000 });
  fc.assert(
    fc.property(size, size, size, size, size, size, fc.boolean(), (w, h, x, y, width, height, isRtl) => {
      const seen = { left: 0, top: 0, right: w, bottom: h };
      const anchor = { left: x % w, right: (x % w) + 50, top: y % h, bottom: (y % h) + 16 };
      const fits = Math.min(width, Math.max(0, w - 2 * gapPx));
      const place = placeCard({ anchor, screen: seen, width: fits, height, isRtl });
      const shown = Math.min(height, place.room);
      const top = place.side === 'below' ? place.edge : place.edge - shown;
      expect(place.left).toBeGreaterThanOrEqual(gapPx);
      if (w >= 2 * gapPx) expect(place.left + fits).toBeLessThanOrEqual(w - gapPx);
      if (shown === 0) return;
      expect(top).toBeGreaterThanOrEqual(gapPx);
      expect(top + shown).toBeLessThanOrEqual(h - gapPx);
      expect(place.side === 'below' ? top >= anchor.bottom + gapPx : top + shown <= anchor.top - gapPx).toBe(
        true,
      );
    }),
  );
});
