import { expect, test } from 'vitest';
import { createSubjectReader } from '../../src/core/subject.ts';

const read = createSubjectReader('minist* treaty US Act Paris*');
const entries = (text: string) => {
  const { own, other } = read(text);
  return { own: own.map(({ entry }) => entry), other: other.map(({ entry }) => entry) };
};

test.each<[string, string[], string[]]>([
  ['The minister of a ministry.', ['minist*', 'minist*'], []],
  ['A treaty, not treaties.', ['treaty'], []],
  ['US soldiers told us, in the U.S., of it.', ['US', 'US'], []],
  ['They act on the Act.', ['Act'], []],
  ['Parisians in paris', ['Paris*'], []],
  ['The goal\u00adkeeper and a TREATY', ['treaty'], ['goalkeep*']],
  ['The council met; the Council of Ministers did not.', ['minist*'], ['council']],
  ['A min ist er', [], []],
])('%s', (text, own, other) => {
  const found = entries(text);
  expect(found.own.map((entry) => entry)).toEqual(own);
  expect(found.other).toEqual(other);
});

test('places are those of the text as written', () => {
  const text = 'So “min\u00adisters” said';
  const [word] = read(text).own;
  expect(text.slice(word?.start, word?.end)).toBe('min\u00adisters');
});

test('a pack without a subject reads nothing', () => {
  expect(createSubjectReader(undefined)('The goalkeeper and the minister')).toEqual({ own: [], other: [] });
});
