import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findQuote } from '../../src/core/quote.ts';
import { findGrowth } from '../growth.ts';

const text =
  'The law was passed in 2012. Moscow’s campaign against the law — it never ended — is the best sign. In 2012 the law was signed.';

function say(quote: string, around: { prefix?: string; suffix?: string } = {}, within = text) {
  const found = findQuote(within, { quote, ...around });
  return found && within.slice(found.start, found.end);
}

test.each([
  ['exactly', 'campaign against the law', 'campaign against the law'],
  ['in another case', 'MOSCOW’S CAMPAIGN', 'Moscow’s campaign'],
  ['with plain quotes', "Moscow's campaign", 'Moscow’s campaign'],
  ['with another dash', 'the law - it never ended', 'the law — it never ended'],
  ['over a line break', 'campaign\nagainst  the law', 'campaign against the law'],
  ['with a letter wrong', 'campaign agianst the law', 'campaign against the law'],
  [
    'with a word left out',
    'campaign against law, it never ended',
    'campaign against the law — it never ended',
  ],
  ['with a word changed', 'against a law it never ended', 'against the law — it never ended'],
  ['not at all', 'the European Parliament resolved', undefined],
  ['nothing of nothing', '', undefined],
])('%s', (_name, quote, found) => {
  const said = say(quote);
  if (found === undefined) expect(said).toBeUndefined();
  else expect(said?.replace(/^\W+|\W+$/g, '')).toBe(found);
});

test('of two equal places the surroundings decide', () => {
  const at = (prefix: string, suffix: string) =>
    findQuote(text, { quote: 'the law was', prefix, suffix })?.start;
  expect(at('', ' passed in')).toBe(0);
  expect(at('In 2012 ', '')).toBe(text.lastIndexOf('the law was'));
  expect(at('', ' signed.')).toBe(text.lastIndexOf('the law was'));
});

/** What typesetting, other scripts and broken text bring. */
const odd = (maxLength: number) =>
  fc.string({
    unit: fc.constantFrom(
      'a',
      'b',
      'B',
      ' ',
      '’',
      '—',
      'é',
      'e\u0301',
      'İ',
      'ﬁ',
      '\u00ad',
      '\ud800',
      '😀',
      '中',
      '.',
    ),
    maxLength,
  });

const word = fc.stringMatching(/^[a-z]{2,9}$/);
const words = fc.array(word, { minLength: 3, maxLength: 7 }).map((all) => all.join(' '));
const filler = fc.array(word, { maxLength: 60 }).map((all) => all.join(' '));

test('whatever stands around it, a quotation that is there is found', () => {
  fc.assert(
    fc.property(filler, words, filler, (before, quote, after) => {
      const whole = `${before}. ${quote}. ${after}`;
      const found = findQuote(whole, { quote });
      expect(found?.errors).toBe(0);
      expect(found && whole.slice(found.start, found.end)).toBe(quote);
    }),
  );
});

test('with one letter changed anywhere it is still found, near where it is', () => {
  fc.assert(
    fc.property(filler, words, filler, fc.nat(), (before, quote, after, at) => {
      const i = at % quote.length;
      const changed = `${quote.slice(0, i)}#${quote.slice(i + 1)}`;
      const whole = `${before.replaceAll(quote, '')}. ${changed}. ${after.replaceAll(quote, '')}`;
      const found = findQuote(whole, { quote });
      expect(found?.errors).toBeLessThanOrEqual(1);
    }),
  );
});

test('found offsets always lie in the text, and errors stay within a fifth', () => {
  fc.assert(
    fc.property(odd(120), odd(20), (whole, quote) => {
      const found = findQuote(whole, { quote });
      if (found === undefined) return;
      expect(found.start).toBeGreaterThanOrEqual(0);
      expect(found.start).toBeLessThan(found.end);
      expect(found.end).toBeLessThanOrEqual(whole.length);
      expect(found.errors).toBeLessThanOrEqual(quote.length * 0.2);
    }),
  );
});

test('time grows with the text, not with its square', () => {
  const quote = 'a quotation that is nowhere in it';
  const find = (length: number) => {
    const whole = 'a quotation which is not it, '.repeat(length / 29);
    return () => void findQuote(whole, { quote });
  };
  // 8 times the text; quadratic would be 64.
  expect(findGrowth(find(10_000), find(80_000), 24)).toBeLessThan(24);
});
