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

/** The same without any storage to reach. */
export function buildWithoutStorage(kind: BrowserKind): string {
  return buildWithFault(kind, scripts, takeStorageAway);
}

/** A copy in whose pages all that the extension says to a page by event or message is written down. */
export function buildThatIsHeard(kind: BrowserKind): string {
  return buildWithFault(kind, ['content/first-look.js'], hearEvents);
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

function takeStorageAway(): void {
  type Api = { readonly storage: object };
  const { browser, chrome } = globalThis as never as Record<string, Api | undefined>;
  for (const api of [browser, chrome]) {
    for (const name of ['local', 'session', 'sync', 'managed'])
      if (api) Object.defineProperty(api.storage, name, { configurable: true, value: undefined });
  }
  Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: undefined });
}

function hearEvents(): void {
  const said: string[] = [];
  Object.assign(globalThis, { saidForTest: said });
  const { dispatchEvent } = EventTarget.prototype;
  Object.defineProperty(EventTarget.prototype, 'dispatchEvent', {
    configurable: true,
    value(this: EventTarget, event: Event) {
      said.push(`event ${event.type}`);
      return dispatchEvent.call(this, event);
    },
  });
  // In Firefox the window is not the global of its content scripts.
  for (const scope of new Set([globalThis, window]))
    Object.defineProperty(scope, 'postMessage', {
      configurable: true,
      value: (message: unknown) => void said.push(`message ${JSON.stringify(message)}`),
    });
  for (const name of ['CustomEvent', 'MessageChannel', 'BroadcastChannel', 'Notification', 'SharedWorker']) {
    const Real = Reflect.get(globalThis, name);
    if (typeof Real !== 'function') continue;
    const construct = (_: object, args: unknown[]): object => {
      said.push(`new ${name}`);
      return Reflect.construct(Real, args) as object;
    };
    Object.defineProperty(globalThis, name, { configurable: true, value: new Proxy(Real, { construct }) });
  }
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
