import { expect, test, vi } from 'vitest';
import { buildScriptIndex } from '../../src/compiler/build-index.ts';
import { compilePack } from '../../src/compiler/compile-pack.ts';
import { describeProblem } from '../../src/compiler/problem.ts';
import { decodeIndex } from '../../src/core/decode-index.ts';
import { readScriptIndex } from '../../src/core/script-index.ts';

// The whole corpus compiles in a second on an idle machine, and in ten on a busy one.
vi.setConfig({ testTimeout: 60_000 });

const DIR = 'data/human-rights-sanctions';

test('the bundled pack compiles without a problem', async () => {
  const { pack, problems } = await compilePack(DIR);
  expect(problems.map(describeProblem)).toEqual([]);
  expect(pack?.id).toBe('human-rights-sanctions');
  expect(pack?.terms.length).toBeGreaterThanOrEqual(114);
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

test('its index says the same packed for a script as in bytes', async () => {
  const { index, pack, names } = await compilePack(DIR);
  if (!index || !pack || !names) throw new Error('the pack does not compile');
  const scriptIndex = buildScriptIndex(pack, names);
  const bytes = decodeIndex(index);
  const packed = readScriptIndex(JSON.parse(JSON.stringify(scriptIndex)));
  expect(packed.matcher).toEqual(bytes.matcher);
  const aliases = Array.from({ length: scriptIndex.senses.length + 1 }, (_, alias) => alias);
  expect(aliases.map(packed.sensesOf)).toEqual(aliases.map(bytes.sensesOf));
  expect(aliases.map(packed.isPageCue)).toEqual(aliases.map(bytes.isPageCue));
  expect(aliases.map(packed.termAt)).toEqual(aliases.map(bytes.termAt));
});
