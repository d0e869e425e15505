import { execFileSync, type StdioOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlainError } from './project.ts';

export type BrowserKind = 'chromium' | 'firefox';

/** Both beds, in the order in which everything runs in them. */
export const browserKinds: readonly BrowserKind[] = ['chromium', 'firefox'];

/** What tells the two apart on a machine. `oldest` is the version that the manifest declares. */
interface Profile {
  readonly name: string;
  readonly variable: string;
  readonly oldest: number;
  /** Debian's name for it. */
  readonly package: string;
  readonly commands: readonly string[];
  readonly macApps: readonly string[];
  readonly windowsFiles: readonly string[];
}

const profiles: Record<BrowserKind, Profile> = {
  chromium: {
    name: 'Chromium or Chrome',
    variable: 'CHROME_PATH',
    oldest: 128,
    package: 'chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
    macApps: [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    windowsFiles: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
  },
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    oldest: 146,
    package: 'firefox-esr',
    commands: ['firefox', 'firefox-esr'],
    macApps: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
    windowsFiles: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
  },
};

/** Whether a word of a command names one of the two. */
export function isBrowserKind(word: string): word is BrowserKind {
  return browserKinds.some((kind) => kind === word);
}

/** What the build calls its package of Sidelight for this browser: a folder of `dist`, and part of the zip's name. */
export function buildName(kind: BrowserKind): 'chrome' | 'firefox' {
  return kind === 'firefox' ? 'firefox' : 'chrome';
}

/** Whom to ask for, in words, such as "Firefox 146 or newer". */
export function describeBrowser(kind: BrowserKind): string {
  return `${profiles[kind].name} ${profiles[kind].oldest} or newer`;
}

/** Debian's package of the browser. */
export function browserPackage(kind: BrowserKind): string {
  return profiles[kind].package;
}

/** What to do when there is no such browser, as the rest of a sentence. */
export function browserAdvice(kind: BrowserKind): string {
  const { package: name, variable } = profiles[kind];
  return `install it (on Debian or Ubuntu the package "${name}") or set ${variable} to its file`;
}

/** Path of an installed browser that is new enough: the variable first, then the usual places. */
export function findBrowser(kind: BrowserKind, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env[profiles[kind].variable];
  if (named) return requireNamed(kind, named);
  return usualPlaces(kind, env).find((path) => existsSync(path) && isNewEnough(kind, path));
}

function requireNamed(kind: BrowserKind, path: string): string {
  if (existsSync(path) && isNewEnough(kind, path)) return path;
  const fault = existsSync(path) ? `which is not ${describeBrowser(kind)}` : 'and no file is there';
  const needed = `Sidelight needs ${describeBrowser(kind)}: ${browserAdvice(kind)}.`;
  throw new PlainError(`${profiles[kind].variable} names ${path}, ${fault}. ${needed}`);
}

function usualPlaces(kind: BrowserKind, env: NodeJS.ProcessEnv): string[] {
  const { commands, macApps, windowsFiles } = profiles[kind];
  if (process.platform === 'win32') {
    const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((base) => !!base);
    return bases.flatMap((base) => windowsFiles.map((file) => join(String(base), file)));
  }
  const folders = new Set([...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']);
  const onPath = commands.flatMap((command) => [...folders].map((folder) => join(folder, command)));
  if (process.platform !== 'darwin') return onPath;
  const bases = ['/Applications', join(env.HOME ?? '', 'Applications')];
  return [...bases.flatMap((base) => macApps.map((app) => join(base, app))), ...onPath];
}

/** True when the version cannot be asked for: then the launch itself will tell. */
function isNewEnough(kind: BrowserKind, path: string): boolean {
  if (process.platform === 'win32') return true;
  try {
    const stdio: StdioOptions = ['ignore', 'pipe', 'ignore'];
    const options = { encoding: 'utf8', timeout: 20_000, stdio } as const;
    const version = readMajor(execFileSync(path, ['--version'], options));
    return version !== undefined && version >= profiles[kind].oldest;
  } catch {
    return false;
  }
}

/** Major version in what `--version` prints, such as 153 in "Mozilla Firefox 153.7.0esr". */
export function readMajor(text: string): number | undefined {
  const digits = /(\d+)\.\d/.exec(text)?.[1];
  return digits ? Number(digits) : undefined;
}
