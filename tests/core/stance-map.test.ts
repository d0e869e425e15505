import { expect, test } from 'vitest';
import { createPackLookUp } from '../../src/core/look-up.ts';
import { buildStanceMap } from '../../src/core/stance-map.ts';
import { smallPack } from '../fixtures/small-pack.ts';

const map = buildStanceMap(createPackLookUp(smallPack));

test('sources stand by date', () => {
  expect(map.sources.map(({ id }) => id)).toEqual(['lester-2013', 'calingaert-2017', 'smoler-2017']);
});

test.each([
  [0, ['against strong 1', 'for strong 2', 'silent - 0']],
  [1, ['against strong 1', 'mixed slight 1', 'for moderate 1']],
  [2, ['for slight 1', 'silent - 0', 'silent - 0']],
])('question %d: stance, degree and number of claims of each', (row, expected) => {
  const cells = map.rows[row]?.cells ?? [];
  expect(cells.map(({ stance, degree, claims }) => `${stance} ${degree ?? '-'} ${claims.length}`)).toEqual(
    expected,
  );
});

test('what is only implied says so, however strong', () => {
  const pack = structuredClone(smallPack);
  const claim = pack.questions[2]?.positions[0]?.claims[0];
  Object.assign(claim ?? {}, { basis: 'implied', strength: 'strong' });
  const cell = buildStanceMap(createPackLookUp(pack)).rows[2]?.cells[0];
  expect(cell?.degree).toBe('implied');
});

test('where yes and no do not fit, the answer is given in its own words', () => {
  expect(map.rows[1]?.cells.map(({ answer }) => answer)).toEqual([
    'It must act with others',
    undefined,
    'It can act alone',
  ]);
});
