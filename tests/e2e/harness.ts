import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { type BrowserKind, browserKinds } from '../../src/cli/browsers.ts';
import { type Loopback, serveLoopback } from '../../src/cli/loopback.ts';
import { readCards, type SeenCard } from '../../src/cli/page-view.ts';
import { inProject } from '../../src/cli/project.ts';
import { openSession, type Session, type SessionOptions } from '../../src/cli/session.ts';
import { waitFor } from '../../src/cli/wait-for.ts';

/** One browser with Sidelight and one web server, started before a suite's tests and ended after them. */
export interface Bed {
  readonly kind: BrowserKind;
  readonly session: Session;
  readonly site: Loopback;
}

/** `BROWSER=firefox npm run e2e` keeps to one of the two. */
const chosenKinds = browserKinds.filter((kind) => (process.env.BROWSER ?? kind) === kind);

type BedOptions = SessionOptions & { readonly only?: BrowserKind };

/** The same tests in Chromium and in Firefox; `bed()` is there once they run. Options may differ by browser. */
export function describeInBrowsers(
  name: string,
  tests: (bed: () => Bed) => void,
  options: BedOptions | ((kind: BrowserKind) => SessionOptions) = {},
): void {
  const only = typeof options === 'function' ? undefined : options.only;
  const kinds = chosenKinds.filter((kind) => (only ?? kind) === kind);
  describe.each(kinds)(`${name} in %s`, (kind) => {
    let current: Bed | undefined;
    beforeAll(async () => {
      const site = await serveLoopback();
      const { only: _only, ...chosen }: BedOptions = typeof options === 'function' ? options(kind) : options;
      current = { kind, session: await openSession(kind, chosen), site };
    });
    afterAll(async () => {
      await current?.session.close();
      await current?.site.close();
    });
    tests(() => {
      if (!current) throw new Error('bed() is there only while tests run');
      return current;
    });
  });
}

/** The one open card of the page, once it is there. */
export function waitForCard({ session }: Bed, page: Page): Promise<SeenCard> {
  return waitFor('a card to open', async () => (await readCards(session, page))[0]);
}

/** Settles once no card is open on the page. */
export async function waitForNoCard({ session }: Bed, page: Page): Promise<void> {
  await waitFor('the card to close', async () => (await readCards(session, page)).length === 0);
}

/** Keeps a picture for looking at, as dist/screens/<name>-<browser>.png. */
export async function keepScreen({ kind }: Bed, page: Page, name: string): Promise<void> {
  const dir = inProject('dist', 'screens');
  mkdirSync(dir, { recursive: true });
  await page.screenshot({ path: `${dir}/${name}-${kind}.png` });
}

/** Everything that the page's console and uncaught errors said, from now on. */
export function listenToPage(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`uncaught: ${error instanceof Error ? error.message : error}`));
  return said;
}
