import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { type BrowserKind, buildName } from './browsers.ts';
import { goTo } from './go-to.ts';
import { ensureBrowser } from './install-browser.ts';
import { firefoxUuid, type LaunchOptions, launchBrowser } from './launch.ts';
import { inProject, PlainError } from './project.ts';
import { waitFor } from './wait-for.ts';

export interface SessionOptions extends Partial<Omit<LaunchOptions, 'kind' | 'geckoId'>> {
  /** Left out: the built extension of that browser. `null`: none, for a twin without Sidelight. */
  readonly extensionDir?: string | null;
  /** Whether the reader has allowed it in private windows; by default browsers do not. */
  readonly inPrivateWindows?: boolean;
}

/** What one frame of a page answered. Frame 0 is the page itself. */
export interface FrameAnswer<T> {
  readonly frameId: number;
  readonly result: T | null;
}

/**
 * One running browser, with the extension installed. Functions given to it run elsewhere, as text:
 * they see their arguments and nothing else of the file that they are written in.
 */
export interface Session {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** Address of the extension's own pages, without a closing slash; empty for a twin. */
  readonly extensionUrl: string;
  /** A new tab in front, at `url` once its load event has fired. */
  newPage(url?: string): Promise<Page>;
  /** A page of the extension in a tab, such as "toolbar.html". */
  openExtensionPage(path: string): Promise<Page>;
  /** Runs in a page of the extension's origin, where `browser`/`chrome` is the whole extension API. */
  inExtension<T, A extends readonly unknown[]>(fn: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** Runs in every frame of the page, in the content scripts' world; the page itself cannot tell. */
  inContent<T, A extends readonly unknown[]>(
    page: Page,
    fn: (...args: A) => T,
    ...args: A
  ): Promise<FrameAnswer<Awaited<T>>[]>;
  /** The extension API's id of the page's tab. */
  tabId(page: Page): Promise<number>;
  close(): Promise<void>;
}

interface Parts {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  readonly extensionUrl: string;
  /** The tab in which the extension API is spoken to. */
  readonly desk: Page | undefined;
}

/** Starts a browser with the extension; puts the browser in place first when there is none. */
export async function openSession(kind: BrowserKind, options: SessionOptions = {}): Promise<Session> {
  const { extensionDir = builtExtension(kind), executablePath, inPrivateWindows, ...launch } = options;
  const geckoId = extensionDir === null ? undefined : readGeckoId(extensionDir);
  const browser = await launchBrowser({
    ...launch,
    kind,
    executablePath: executablePath ?? (await ensureBrowser(kind)),
    ...(geckoId ? { geckoId } : {}),
  });
  const extensionUrl =
    extensionDir === null ? '' : await install(kind, browser, extensionDir, inPrivateWindows);
  // Opened first, so that later tabs stay in front: a tab behind gets no pointer.
  // In a window for a reader it would only be in the way.
  const wantsDesk = extensionUrl !== '' && options.headless !== false;
  const desk = wantsDesk ? await openExtensionPage({ browser, extensionUrl }, 'manifest.json') : undefined;
  return createSession({ kind, browser, extensionUrl, desk });
}

function builtExtension(kind: BrowserKind): string {
  const dir = inProject('dist', buildName(kind));
  if (existsSync(join(dir, 'manifest.json'))) return dir;
  throw new PlainError(`${dir} holds no built extension: run "npm run build" first.`);
}

function readGeckoId(dir: string): string | undefined {
  return JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')).browser_specific_settings?.gecko?.id;
}

async function install(
  kind: BrowserKind,
  browser: Browser,
  dir: string,
  inPrivateWindows = false,
): Promise<string> {
  if (kind === 'chromium') {
    const id = await browser.installExtension(dir, { enabledInIncognito: inPrivateWindows });
    return `chrome-extension://${id}`;
  }
  if (inPrivateWindows) await installInPrivate(browser, dir);
  else await browser.installExtension(dir);
  return `moz-extension://${firefoxUuid}`;
}

/** Firefox has a word for it in WebDriver BiDi that the driver's own method does not pass on. */
async function installInPrivate(browser: Browser, path: string): Promise<void> {
  const { connection } = browser as unknown as {
    readonly connection: { send(method: string, params: object): Promise<unknown> };
  };
  const extensionData = { type: 'path', path };
  await connection.send('webExtension.install', { extensionData, 'moz:allowPrivateBrowsing': true });
}

function createSession(parts: Parts): Session {
  const { kind, browser, extensionUrl, desk } = parts;

  async function runAtDesk<T>(source: string): Promise<T> {
    if (!desk) throw new Error('this session has no tab of the extension to ask from');
    return (await desk.evaluate(source)) as T;
  }
  const inExtension: Session['inExtension'] = (fn, ...args) => runAtDesk(callSource(fn, args));
  const tabId: Session['tabId'] = (page) => inExtension(findTabId, page.url());

  return {
    kind,
    browser,
    extensionUrl,
    inExtension,
    tabId,
    async newPage(url) {
      const page = await browser.newPage();
      if (url) await goTo(page, url);
      return page;
    },
    openExtensionPage: (path) => openExtensionPage(parts, path),
    inContent: async (page, fn, ...args) => runAtDesk(contentSource(await tabId(page), fn, args)),
    close: () => browser.close(),
  };
}

async function openExtensionPage(
  { browser, extensionUrl }: Pick<Parts, 'browser' | 'extensionUrl'>,
  path: string,
): Promise<Page> {
  const page = await browser.newPage();
  const url = `${extensionUrl}/${path}`;
  // In Firefox this promise never settles, though the page opens; the address is asked for instead.
  page.goto(url).catch(() => {});
  await waitFor(`${url} to open`, () =>
    page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
  );
  return page;
}

function callSource(fn: unknown, args: readonly unknown[]): string {
  return `(${fn})(...${JSON.stringify(args)})`;
}

// The function's text stands in the call itself, since extension pages may not build code from strings.
// Immediately: a frame whose address never answers would be waited for without end.
function contentSource(tabId: number, fn: unknown, args: readonly unknown[]): string {
  return `(async () => {
    const api = globalThis.browser ?? globalThis.chrome;
    const target = { tabId: ${tabId}, allFrames: true };
    const func = () => ${callSource(fn, args)};
    const answers = await api.scripting.executeScript({ target, func, injectImmediately: true });
    return answers.map(({ frameId, result }) => ({ frameId, result: result ?? null }));
  })()`;
}

interface Tab {
  readonly id: number;
  readonly url?: string;
  readonly active: boolean;
}

interface TabsApi {
  readonly tabs: { query(what: object): Promise<Tab[]> };
}

async function findTabId(url: string): Promise<number> {
  const { browser, chrome } = globalThis as { browser?: TabsApi; chrome?: TabsApi };
  const tabs = (await (browser ?? chrome)?.tabs.query({})) ?? [];
  const there = tabs.filter((tab) => tab.url === url);
  const found = there.length === 1 ? there[0] : there.find((tab) => tab.active);
  if (!found) throw new Error(`${there.length} tabs are at ${url}, and none of them is in front`);
  return found.id;
}
