import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserKind, buildName } from '../../src/cli/browsers.ts';
import { inProject } from '../../src/cli/project.ts';

/** Where a script of the extension begins; each gets the fault before its own first line. */
const scripts = ['content/first-look.js', 'background/background.js', 'pages/toolbar/toolbar.js'];

/** A copy of the built extension in whose every part the storage throws and the clock stands at 1970. */
export function buildWithBrokenStorage(kind: BrowserKind): string {
  return buildWithFault(kind, scripts, breakThings);
}

/** The same for a clock by which every look at it takes long, or so many of them: a machine that is far too slow. */
export function buildWithSlowClock(kind: BrowserKind, slowLooks = 1e9): string {
  return buildWithFault(kind, ['content/first-look.js'], slowDown, slowLooks);
}

function buildWithFault(
  kind: BrowserKind,
  files: readonly string[],
  fault: ((most: number) => void) | (() => void),
  most = 0,
): string {
  const dir = mkdtempSync(join(tmpdir(), 'faulty-'));
  cpSync(inProject('dist', buildName(kind)), dir, { recursive: true });
  for (const script of files) {
    const file = join(dir, script);
    writeFileSync(file, `(${fault})(${most});\n${readFileSync(file, 'utf8')}`);
  }
  return dir;
}

function breakThings(): void {
  type Area = Record<'get' | 'set' | 'remove', unknown>;
  type Api = { readonly storage: { readonly local: Area; readonly session?: Area } };
  const { browser, chrome } = globalThis as never as Record<string, Api | undefined>;
  const broken = {
    get: () => Promise.reject(new Error('the disk is broken')),
    set: () => Promise.reject(new Error('the disk is full')),
    remove: () => Promise.reject(new Error('the disk is broken')),
  };
  for (const api of [browser, chrome]) {
    for (const area of [api?.storage.local, api?.storage.session]) {
      if (area)
        for (const name of ['get', 'set', 'remove'] as const) {
          Object.defineProperty(area, name, { configurable: true, value: broken[name] });
        }
    }
  }
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...args: [] | [number]) {
      super(...((args.length === 0 ? [0] : args) as [number]));
    }
    static override now(): number {
      return 0;
    }
  } as DateConstructor;
  Object.assign(globalThis, { isBrokenForTest: true });
}

function slowDown(most: number): void {
  const lookMs = 30;
  const realNow = performance.now.bind(performance);
  let looks = 0;
  Object.defineProperty(performance, 'now', {
    configurable: true,
    value: () => realNow() + lookMs * (looks < most ? looks++ : most),
  });
}
