import { describe, expect, test } from 'vitest';
import { buildPlainWords } from '../../src/core/build-plain-words.ts';

const build = (...names: string[]) => buildPlainWords(names.map((name) => name.split(' ')));

describe('buildPlainWords', () => {
  test.each([
    ['one word of each name', ['jackson vanik', 'sergei magnitsky'], 'jackson sergei'],
    ['one for all that share it', ['magnitsky list', 'list of magnitsky'], 'magnitsky'],
    ['rather a rare one', ['rule of magnitsky', 'rule of law'], 'magnitsky rule'],
    ['none of a name that is not ASCII', ['путин', 'газ deal', 'new start'], 'start'],
    ['nothing for no names', [], ''],
  ])('chooses %s', (_, names, words) => {
    expect(build(...names).words).toBe(words);
  });

  test.each([
    [['caatsa'], '\\bcaat\\w*'],
    [['caatsa', 'cabinet'], '\\bca[ab][ti]\\w*'],
    [['caatsa', 'cia', 'eu'], '\\b(?:c(?:aat|ia)|eu)\\w*'],
    [['g', 'g20', 'gulag'], '\\bg(?:20|ula|\\b)\\w*'],
    [[], '[]'],
  ])('for %j the expression is %s', (names, pattern) => {
    expect(build(...names).pattern).toBe(pattern);
  });

  test('the expression matches each word as a whole', () => {
    const { pattern, words } = build('caatsa', 'cia', 'g', 'g20', 'ngo', 'ngos', 'magnitsky act', '2012');
    expect(words.match(new RegExp(pattern, 'g'))).toEqual(words.split(' '));
  });
});
