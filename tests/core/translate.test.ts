import { expect, test } from 'vitest';
import { createTranslate, plainTexts } from '../../src/core/translate.ts';

const t = createTranslate({
  plain: { message: 'On this page' },
  places: { message: '$2 before $1' },
  named: { message: 'On for $SITE$', placeholders: { site: { content: '$1' } } },
  dollar: { message: 'It costs $$5 and $unknown$' },
});

test.each([
  ['plain', [], 'On this page'],
  ['places', ['a', 'b'], 'b before a'],
  ['places', ['a'], ' before a'],
  ['named', ['example.org'], 'On for example.org'],
  ['named', ['$1'], 'On for $1'],
  ['dollar', [], 'It costs $5 and $unknown$'],
  ['absent', [], ''],
  ['constructor', [], ''],
])('%s with %j', (key, substitutions, expected) => {
  expect(t(key, ...substitutions)).toBe(expected);
});

test('plain texts keep only numbered places', () => {
  const file = { named: { message: 'On $SITE$, $2', placeholders: { site: { content: '$1' } } } };
  expect(plainTexts(file)).toEqual({ named: 'On $1, $2' });
});
