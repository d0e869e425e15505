import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserKind } from './browsers.ts';
import { PlainError } from './project.ts';

/** What is to be opened. */
export type Target =
  | { readonly type: 'demo' }
  | { readonly type: 'address'; readonly url: string }
  | { readonly type: 'file'; readonly path: string };

export interface StartOptions {
  readonly kind: BrowserKind;
  readonly headless: boolean;
  readonly target: Target;
}

/** Reads the words after `npm start --`; `cwd` is where relative files are looked for. */
export function readStartOptions(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): StartOptions {
  const flags = args.filter((arg) => arg.startsWith('-'));
  const targets = args.filter((arg) => !arg.startsWith('-'));
  const unknown = flags.find((flag) => !['--firefox', '--chromium', '--headless'].includes(flag));
  if (unknown) {
    throw new PlainError(`Unknown option ${unknown}; npm start knows --firefox, --chromium and --headless.`);
  }
  if (targets.length > 1) throw new PlainError(`npm start opens one page; these are ${targets.length}.`);
  return {
    kind: flags.includes('--firefox') ? 'firefox' : 'chromium',
    headless: flags.includes('--headless') || !hasDisplay(env, platform),
    target: readTarget(targets[0], cwd),
  };
}

function readTarget(text: string | undefined, cwd: string): Target {
  if (text === undefined) return { type: 'demo' };
  const path = resolve(cwd, text);
  if (existsSync(path) && statSync(path).isFile()) return { type: 'file', path };
  if (/^https?:/i.test(text)) {
    if (URL.canParse(text)) return { type: 'address', url: new URL(text).href };
    throw new PlainError(`"${text}" is not a complete address, such as https://example.org/page.`);
  }
  throw new PlainError(`"${text}" is neither a file here nor an http or https address.`);
}

/** Whether a window can be shown here. */
export function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return !!env.DISPLAY || !!env.WAYLAND_DISPLAY;
}
