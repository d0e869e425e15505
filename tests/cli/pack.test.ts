import { spawnSync } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sha256 } from '../../src/compiler/compile-pack-file.ts';
import { decodePackFile } from '../../src/core/pack-file.ts';
import { buildPackIndex } from '../../src/core/pack-index.ts';
import { sealedText } from '../../src/core/pack-seal.ts';

const root = join(import.meta.dirname, '../..');
vi.setConfig({ testTimeout: 120_000 });
let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'pack-'));
});
afterAll(() => rm(cwd, { recursive: true }));

/** Exit code and what was printed, both streams in one. */
function pack(...args: readonly string[]): readonly [number | null, string] {
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/node'),
    [join(root, 'src/cli/pack.ts'), ...args],
    { cwd, encoding: 'utf8', env: { ...process.env, INIT_CWD: cwd } },
  );
  return [status, stdout + stderr];
}

async function change(file: string, from: string, to: string): Promise<void> {
  const before = await readFile(join(cwd, file), 'utf8');
  if (!before.includes(from)) throw new Error(`nothing to change in ${file}`);
  await writeFile(join(cwd, file), before.replace(from, to));
}

const readBuilt = async () => JSON.parse(await readFile(join(cwd, 'bay/build/bay.pack.json'), 'utf8'));

describe('from nothing to a pack file', () => {
  test('init writes a worked example that passes every check, its quotations too', () => {
    expect(pack('init', 'bay')[0]).toBe(0);
    expect(pack('check', 'bay')).toEqual([0, 'bay has no problems.\n']);
    expect(pack('check', 'bay', '--articles', 'bay/texts')).toEqual([
      0,
      'bay has no problems; every quotation stands in its text.\n',
    ]);
  });

  test('init writes over nothing', () => {
    expect(pack('init', 'bay')).toEqual([2, 'bay is not empty; nothing was written.\n']);
  });

  test('build is the same each time, and its sums are those of what it holds', async () => {
    expect(pack('build', 'bay')[0]).toBe(0);
    const first = await readFile(join(cwd, 'bay/build/bay.pack.json'), 'utf8');
    expect(pack('build', 'bay', '--out', 'elsewhere')[0]).toBe(0);
    expect(await readFile(join(cwd, 'elsewhere/bay.pack.json'), 'utf8')).toBe(first);
    const raw = JSON.parse(first);
    const tables = await readFile(join(cwd, 'bay/build/bay.index'));
    expect(raw.seal.sha256).toBe(sha256(new TextEncoder().encode(sealedText(raw))));
    expect(raw.seal.index).toBe(sha256(tables));
    const decoded = decodePackFile(raw);
    if ('faults' in decoded) throw new Error(decoded.faults.join('\n'));
    expect(Buffer.from(buildPackIndex(decoded.file.pack, decoded.file.names)).equals(tables)).toBe(true);
  });

  test('diff tells what changed, from a folder or a file', async () => {
    expect(pack('diff', 'bay/build/bay.pack.json', 'bay')).toEqual([0, 'nothing changed\n']);
    await change('bay/questions/build-it.yaml', 'leave for good', 'leave, and stay away');
    expect(pack('diff', 'bay/build/bay.pack.json', 'bay')[1].split('\n').slice(0, 4)).toEqual([
      'claims: 1 changed',
      '',
      'claims',
      '  ~ bi-s2: Warns that the seals would leave, and stay away.',
    ]);
  });

  test('a signed build verifies against the key that the pack names', async () => {
    const [status, said] = pack('key', 'secret.pem');
    const key = /^key: (\S+)$/m.exec(said)?.[1] ?? '';
    expect(status).toBe(0);
    expect(pack('build', 'bay', '--sign', 'secret.pem')).toEqual([
      2,
      'The pack is signed but names no key: put the public key into pack.yaml as "key".\n',
    ]);
    await change('bay/pack.yaml', 'language: en', `language: en\nkey: ${key}`);
    expect(pack('build', 'bay', '--sign', 'secret.pem')[0]).toBe(0);
    const raw = await readBuilt();
    const publicKey = createPublicKey({ key: Buffer.from(raw.key, 'base64'), type: 'spki', format: 'der' });
    const holds = (text: string) =>
      verify(
        'sha256',
        Buffer.from(text),
        { key: publicKey, dsaEncoding: 'ieee-p1363' },
        Buffer.from(raw.seal.signature, 'base64'),
      );
    expect([holds(sealedText(raw)), holds(sealedText({ ...raw, version: '2' }))]).toEqual([true, false]);
    expect(pack('key', 'secret.pem')).toEqual([
      2,
      'secret.pem is there already; a key is never written over.\n',
    ]);
  });

  test('export writes what others read; sources takes CSL-JSON back', async () => {
    for (const [form, mark] of [
      ['csl-json', '"container-title": "The Quay"'],
      ['web-annotation', '"TextQuoteSelector"'],
      ['schema-org', '"DefinedTermSet"'],
    ] as const) {
      const [status, text] = pack('export', 'bay', '--as', form);
      expect([status, text.includes(mark), typeof JSON.parse(text)]).toEqual([0, true, 'object']);
    }
    expect(pack('export', 'bay', '--as', 'csl-json', '--out', 'bay.csl.json')).toEqual([0, '']);
    expect(pack('init', 'other')[0]).toBe(0);
    await rm(join(cwd, 'other/sources/north-2001.yaml'));
    expect(pack('sources', 'bay.csl.json', 'other')).toEqual([
      0,
      'sources/bay-society-2002.yaml is there already; left as it is\nsources/north-2001.yaml\n',
    ]);
    // What CSL does not know is asked for, and nothing is made up.
    expect(pack('check', 'other')[1]).toContain(
      'other/sources/north-2001.yaml:1 position: the field "position" is missing',
    );
  });

  test('check prints all problems at once, by file and line, and leaves with 1', async () => {
    await change('bay/terms/great-bay.yaml', 'priority: 2', 'priority: 9');
    await change('bay/terms/ada-north.yaml', 'Ada North\n', 'Ada\u202eNorth\n');
    await change('bay/sources/north-2001.yaml', 'https://example.org', 'http://example.org');
    expect(pack('check', 'bay')).toEqual([
      1,
      [
        'bay/sources/north-2001.yaml:10 url: must be an https link',
        'bay/terms/ada-north.yaml:2 label: holds the character U+202E, which cannot be seen or changes how text is read; take it out',
        'bay/terms/great-bay.yaml:5 priority: must be one of 1, 2, 3',
        '3 problems.',
        '',
      ].join('\n'),
    ]);
    expect(pack('build', 'bay')[0]).toBe(1);
  });
});

test.each([
  [['check', 'nowhere'], 'There is no folder nowhere. Make one with: npm run pack -- init nowhere\n'],
  [['check', '.'], '. holds no pack.yaml, so it is no pack.\n'],
  [
    ['init', 'My Pack'],
    '"My Pack" cannot be a pack\'s id: use lower-case letters, digits and single hyphens.\n',
  ],
  [['build', '--fast'], '"pack build" has no option --fast.\n'],
  [['build', 'x', '--out'], '--out wants a value.\n'],
  [['diff', 'nowhere.json', 'x'], 'There is no nowhere.json.\n'],
  [
    ['export', '.', '--as', 'pdf'],
    '"pack export" wants --as and one of csl-json, web-annotation, schema-org.\n',
  ],
  [['key', '.'], '. is there already; a key is never written over.\n'],
])('%j ends with one clear line and 2', (args, line) => {
  expect(pack(...args)).toEqual([2, line]);
});

test('no command, or an unknown one, says which there are', () => {
  expect(pack()[1]).toMatch(/^A command is missing\.\nUsage: npm run pack -- COMMAND/);
  expect(pack('bake')[1]).toMatch(/^There is no command "bake"\.\nUsage:/);
});
