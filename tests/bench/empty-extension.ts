import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserKind } from '../../src/cli/browsers.ts';
import { inProject } from '../../src/cli/project.ts';

interface Manifest {
  readonly content_scripts: readonly { readonly js: readonly string[] }[];
  readonly background: { readonly service_worker?: string; readonly scripts?: readonly string[] };
}

/** An extension with our content scripts, permissions and background, all of them empty: what any extension costs. */
export function buildEmptyExtension(kind: BrowserKind): string {
  const built = inProject('dist', kind === 'firefox' ? 'firefox' : 'chrome');
  const whole = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')) as Manifest & object;
  const { content_scripts, background } = whole;
  const { service_worker = [], scripts = [] } = background;
  const kept = Object.entries(whole).filter(([key]) => keptKeys.has(key));
  const dir = mkdtempSync(join(tmpdir(), 'empty-'));
  const manifest = { ...Object.fromEntries(kept), name: 'Empty' };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  for (const file of [...content_scripts.flatMap(({ js }) => js), service_worker, scripts].flat()) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), '0;\n');
  }
  return dir;
}

const keptKeys = new Set([
  'manifest_version',
  'version',
  'background',
  'content_scripts',
  'permissions',
  'host_permissions',
  'minimum_chrome_version',
  'browser_specific_settings',
]);
