import { globSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readTexts } from '../../src/cli/source-texts.ts';
import { compilePackFile } from '../../src/compiler/compile-pack-file.ts';
import { describeProblem } from '../../src/compiler/problem.ts';
import { readBundle } from '../../src/compiler/read-bundle.ts';
import { readCorpus } from '../../src/compiler/read-corpus.ts';
import { verifyTexts } from '../../src/compiler/verify-texts.ts';

// A busy machine takes ten times as long.
vi.setConfig({ testTimeout: 60_000 });

test('every pack of data/ is on or off', async () => {
  const { on, off } = await readBundle('data');
  expect(on.length).toBeGreaterThan(0);
  expect(off.length).toBeGreaterThan(0);
});

test.each([
  [['a', 'gone'], ['b'], /lists "gone", and there is no such pack beside it$/],
  [['a'], [], /does not say whether "b" is on or off$/],
])('%j on, %j off: a list that is wrong says so', async (on, off, words) => {
  const dir = await mkdtemp(join(tmpdir(), 'bundle-'));
  for (const id of ['a', 'b']) {
    await mkdir(join(dir, id));
    await writeFile(join(dir, id, 'pack.yaml'), '');
  }
  await writeFile(join(dir, 'bundle.json'), JSON.stringify({ on, off }));
  await expect(readBundle(dir)).rejects.toThrow(words);
  await rm(dir, { recursive: true });
});

test('the pack on the telegraph is a pack file like any other, twelve terms and two voices', async () => {
  const { built, problems } = await compilePackFile('data/telegraph');
  expect(problems.map(describeProblem)).toEqual([]);
  expect(built?.file.pack.terms).toHaveLength(12);
  expect(built?.file.pack.sources).toHaveLength(2);
});

test('its quotations stand in the passages that it cites, which are in the public domain', async () => {
  const { corpus } = await readCorpus('data/telegraph');
  if (corpus === undefined) throw new Error('data/telegraph does not read');
  const texts = await readTexts('tests/fixtures/texts/telegraph');
  expect(verifyTexts(corpus, texts).map(describeProblem)).toEqual([]);
});

test('nothing that ships or compiles names a pack or one of its terms; only tools that show the demo do', async () => {
  const { on, off } = await readBundle('data');
  const ids = [...on, ...off];
  for (const pack of [...on, ...off]) {
    const { corpus } = await readCorpus(`data/${pack}`);
    for (const { id } of corpus?.terms ?? []) if (id.includes('-')) ids.push(id);
  }
  const named = globSync('src/**/*.{ts,tsx}')
    .filter((file) => !file.startsWith('src/cli/'))
    .flatMap((file) => {
      const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      return ids.filter((id) => new RegExp(`['"\`/]${id}['"\`/]`).test(code)).map((id) => `${file}: ${id}`);
    });
  expect(ids.length).toBeGreaterThan(80);
  expect(named).toEqual([]);
});
