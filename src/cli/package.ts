import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtension } from './build-extension.ts';
import { inProject, PlainError, runCommand } from './project.ts';
import { listSources, unpackSources, zipSources } from './source-archive.ts';

// What goes to the stores: both packages, and the source archive from which a reviewer builds the same bytes.

const packages = ['sidelight-chrome.zip', 'sidelight-firefox.zip'];
const archive = 'sidelight-source.zip';

async function main(): Promise<number> {
  buildExtension();
  const zip = zipSources(listSources());
  writeFileSync(inProject('dist', archive), zip);
  const differing = findDifferences(zip);
  if (differing.length > 0) {
    throw new PlainError(`Built from ${archive}, ${differing.join(' and ')} came out with other bytes.`);
  }
  for (const name of [...packages, archive]) console.log(`${hashOf(inProject('dist', name))}  dist/${name}`);
  console.log(`Both packages came out the same, byte for byte, when built from ${archive}.`);
  return 0;
}

/** The packages that the archive alone does not reproduce. Dependencies are those of the lock file already at hand. */
function findDifferences(zip: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-source-'));
  try {
    unpackSources(zip, folder);
    symlinkSync(inProject('node_modules'), join(folder, 'node_modules'), 'junction');
    const done = spawnSync(process.execPath, ['build.mjs'], { cwd: folder, encoding: 'utf8' });
    if (done.status !== 0) throw new PlainError(`The source archive does not build:\n${done.stderr}`);
    return packages.filter((name) => hashOf(inProject('dist', name)) !== hashOf(join(folder, 'dist', name)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

await runCommand(main);
