import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrowserKind } from '../../src/cli/browsers.ts';
import { inProject } from '../../src/cli/project.ts';

interface Manifest {
  readonly content_scripts: readonly { readonly js: readonly string[] }[];
  readonly background: { readonly service_worker?: string; readonly scripts?: readonly string[] };
}

/**
 * An extension with our permissions whose content script does the least that one with settings can: it listens to
 * its own messages and settings and reads one of them. What that costs, no other can go below.
 */
export function buildLeastExtension(kind: BrowserKind): string {
  const built = inProject('dist', kind === 'firefox' ? 'firefox' : 'chrome');
  const whole = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')) as Manifest & object;
  const { content_scripts, background } = whole;
  const { service_worker = [], scripts = [] } = background;
  const kept = Object.entries(whole).filter(([key]) => keptKeys.has(key));
  const dir = mkdtempSync(join(tmpdir(), 'least-'));
  const manifest = { ...Object.fromEntries(kept), name: 'Least' };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  const inPages = content_scripts.flatMap(({ js }) => js);
  for (const file of [...inPages, service_worker, scripts].flat()) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), file === inPages.at(-1) ? leastScript : '0;\n');
  }
  return dir;
}

const leastScript = `const api = globalThis.browser ?? chrome;
api.runtime.onMessage.addListener(() => {});
api.storage.onChanged.addListener(() => {});
api.storage.local.get('settings');
`;

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
