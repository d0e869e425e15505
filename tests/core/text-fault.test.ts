import { describe, expect, test } from 'vitest';
import { textFault } from '../../src/core/text-fault.ts';

describe('P52 what cannot be seen, or changes how text is read, is refused', () => {
  const unfit = [
    ...[0x00, 0x07, 0x09, 0x0a, 0x0d, 0x1b, 0x7f, 0x80, 0x85, 0x9f, 0xad],
    ...[0x034f, 0x061c, 0x115f, 0x1160, 0x17b4, 0x180b, 0x180e, 0x200b, 0x200e, 0x200f],
    ...[
      0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2063, 0x2066, 0x2067, 0x2068, 0x2069,
    ],
    ...[
      0x206a, 0x2800, 0x3164, 0xe000, 0xfdd0, 0xfe00, 0xfeff, 0xffa0, 0xfff9, 0xfffe, 0x1d173, 0xe0001,
      0xe0041,
    ],
    ...[0xe0100, 0x10ffff],
  ];
  test.each(unfit.map((point) => [point.toString(16), String.fromCodePoint(point)]))('U+%s', (hex, char) => {
    const name = `U+${hex.toUpperCase().padStart(4, '0')}`;
    expect(textFault(`pay${char}pal`)).toBe(
      `holds the character ${name}, which cannot be seen or changes how text is read; take it out`,
    );
  });

  test.each(['\ud800', 'x\udc00y', 'pay\u200dpal', '\u200cx', 'пай\u200dпал', '1\u200d2'])('%j', (text) => {
    expect(textFault(text)).toMatch(/^holds the character U\+/);
  });

  test('signs piled upon a letter', () => {
    expect(textFault(`z${'\u0301'.repeat(7)}`)).toBe('piles more than six signs upon one letter');
    expect(textFault(`z${'\u0301'.repeat(6)}`)).toBeUndefined();
  });
});

test.each([
  'Jackson–Vanik amendment',
  'Fédération “internationale” ‘droits’… № 5 · €3',
  'Магнитский',
  'Сергій Їжак',
  'Θεσσαλονίκη',
  'عربي',
  'می\u200cخواهم',
  'क्\u200dष',
  'עִבְרִית',
  '中文、日本語テキスト',
  'ไทย',
  'family 👨\u200d👩\u200d👧 ❤️',
  'Việt Nam',
  '<b onclick="x">bold</b> & {{x}} $[y]',
])('%s is fit', (text) => {
  expect(textFault(text)).toBeUndefined();
});
