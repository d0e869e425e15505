import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProject } from '../../src/cli/project.ts';
import { listSources, unpackSources, zipSources } from '../../src/cli/source-archive.ts';

const some = ['README.md', 'assets/icons/icon.svg', 'build.mjs'];

test('the sources are what is under version control, and nothing that is built or installed', () => {
  const listed = listSources();
  expect(listed).toEqual(expect.arrayContaining([...some, 'package-lock.json', '.npmrc', '.ci/run']));
  expect(listed.filter((path) => /^(node_modules|dist|\.git)\//.test(path))).toEqual([]);
});

test('the same files give the same bytes', () => {
  expect(zipSources(some)).toEqual(zipSources(some));
});

test('what is unpacked is what was packed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-unpacked-'));
  try {
    unpackSources(zipSources(some), folder);
    for (const path of some) expect(readFileSync(join(folder, path))).toEqual(readFileSync(inProject(path)));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a folder without version control is said', () => {
  expect(() => listSources(tmpdir())).toThrow('is no git checkout');
});
