import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flattenText } from '../../src/core/flat-text.ts';

test.each([
  ['Moscow’s  Campaign', 'moscow s campaign'],
  [' a — b ', 'a b'],
  ['na\u00efve co\u00adop', 'naive coop'],
  ['', ''],
  ['...', '...'],
])('%j → %j', (text, flat) => {
  expect(flattenText(text).text).toBe(flat);
});

test('each unit knows where it stood, in order', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          'a',
          'B',
          ' ',
          '’',
          '—',
          'e\u0301',
          'İ',
          'ﬁ',
          '\u00ad',
          '\ud800',
          '😀',
          '中',
          '.',
        ),
      }),
      (text) => {
        const { text: flat, offsets } = flattenText(text);
        expect(offsets).toHaveLength(flat.length + 1);
        for (let i = 1; i < offsets.length; i += 1) {
          expect(offsets[i]).toBeGreaterThan(
            i < flat.length ? (offsets[i - 1] ?? 0) : (offsets[i - 1] ?? 0) - 1,
          );
        }
        expect(offsets.at(-1)).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});
