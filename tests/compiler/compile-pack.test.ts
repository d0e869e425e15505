import { expect, test } from 'vitest';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { describeProblem } from '../../src/compiler/problem.ts';

const DIR = 'data/human-rights-sanctions';

test('the bundled pack compiles without a problem', async () => {
  const { pack, problems } = await compilePack(DIR);
  expect(problems.map(describeProblem)).toEqual([]);
  expect(pack?.id).toBe('human-rights-sanctions');
  expect(pack?.terms).toHaveLength(114);
  expect(pack?.sources).toHaveLength(5);
  expect(pack?.questions).toHaveLength(17);
  expect(pack?.notes.length).toBeGreaterThanOrEqual(49);
  expect(pack?.questions.flatMap((q) => q.positions.flatMap((p) => p.claims)).length).toBeGreaterThanOrEqual(
    177,
  );
});

test('a folder that is not there is one clear problem', async () => {
  const { pack, problems } = await compilePack('data/nothing');
  expect(pack).toBeUndefined();
  expect(problems.map(describeProblem)).toContain(
    'data/nothing/pack.yaml:1 the file is missing or cannot be read',
  );
});
