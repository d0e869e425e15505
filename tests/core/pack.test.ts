import { expect, test } from 'vitest';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { decodePack } from '../../src/core/pack.ts';

const { pack } = await compilePack('data/human-rights-sanctions');
const json = JSON.stringify(pack);

test('the bundled pack comes back from JSON as it was', () => {
  expect(decodePack(JSON.parse(json))).toEqual({ pack });
});

test.each([
  ['nothing', undefined, 'pack: Invalid type: Expected Object but received undefined'],
  ['a later format', { ...pack, format: 2 }, 'format: Invalid type: Expected 1 but received 2'],
  ['an unknown field', { ...pack, script: 'x' }, 'script: Invalid key: Expected never but received "script"'],
  [
    'a missing list',
    { ...pack, notes: undefined },
    'notes: Invalid type: Expected Array but received undefined',
  ],
  [
    'a link that is not https',
    { ...pack, sources: [{ ...pack?.sources[0], url: 'javascript:alert(1)' }] },
    'sources.0.url: is not an https link',
  ],
  [
    'a question with one position',
    {
      ...pack,
      questions: [{ ...pack?.questions[0], positions: pack?.questions[0]?.positions.slice(0, 1) }],
    },
    'questions.0.positions: has fewer than two positions',
  ],
])('%s is refused', (_, value, fault) => {
  expect(decodePack(value)).toEqual({ faults: [fault] });
});
