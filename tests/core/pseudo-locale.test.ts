import { expect, test } from 'vitest';
import { pseudoLocale } from '../../src/core/pseudo-locale.ts';

const file = {
  language_tag: { message: 'en' },
  language_direction: { message: 'ltr' },
  plain: { message: 'Search terms' },
  places: { message: '$1 of $2' },
  place: { message: '$1' },
};

test('long texts are at least four tenths longer and keep their places', () => {
  const long = pseudoLocale(file, 'long');
  expect(long['plain']?.message).toBe('Séárch térms Search');
  expect(long['places']?.message).toMatch(/^\$1 óf \$2 /);
  expect(long['place']?.message.startsWith('$1')).toBe(true);
  expect(long['language_direction']?.message).toBe('ltr');
});

test('right to left turns every text around and says so', () => {
  const rtl = pseudoLocale(file, 'rtl');
  expect(rtl['language_direction']?.message).toBe('rtl');
  expect(rtl['places']?.message).toBe('\u202E$1 of $2\u202C');
});
