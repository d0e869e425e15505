import { globSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserKind, browserKinds } from '../../src/cli/browsers.ts';
import { type Loopback, serveLoopback } from '../../src/cli/loopback.ts';
import { readMarks } from '../../src/cli/page-view.ts';
import { inProject } from '../../src/cli/project.ts';
import { openSession, type Session } from '../../src/cli/session.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { listenToPage } from '../e2e/harness.ts';
import { manyElements, type PromisePage, promisePages } from '../fixtures/promise-pages.ts';
import { type Observation, observePage, spyOnPage } from './observe-page.ts';

// Twins: each page is visited by a browser without Sidelight and by one with it, and what the pages know is compared.

const pages = new Map<string, PromisePage>([...promisePages, ['many-elements', manyElements]]);
/** A page without a Mark gives no sign of having been read; this is ample. */
const quietMs = 400;
const MOST_VISITS = 4;
/** Strings that only an extension has; a page may look for them. */
const betraying = ['chrome-extension:', 'moz-extension:', 'sidelight', 'Sidelight'];

interface Look extends Observation {
  readonly said: readonly string[];
  readonly styles: string;
  readonly layouts: number;
  readonly marks: readonly string[];
  readonly markNames: readonly string[];
  readonly taskNames: readonly string[];
}

type Looks = ReadonlyMap<string, Look>;

async function lookAt(page: Page, url: string, { marks }: PromisePage, hasIt: boolean): Promise<Look> {
  const said = listenToPage(page);
  await page.evaluateOnNewDocument(spyOnPage);
  await page.goto(url);
  if (hasIt && marks.length > 0) {
    await waitFor(`marks at ${url}`, async () => (await readMarks(page)).length >= marks.length);
  }
  await sleep(quietMs);
  // Asked first: what follows makes the browser lay the page out again.
  const layouts = page.browser().process()?.spawnfile.includes('firefox')
    ? 0
    : ((await page.metrics()).LayoutCount ?? 0);
  const seen = await observePage(page);
  const rest = await page.evaluate(() => ({
    styles: [...document.querySelectorAll('*')]
      .map((element) => {
        const style = getComputedStyle(element);
        return [...style].map((name) => style.getPropertyValue(name)).join();
      })
      .join('\n'),
    markNames: [...CSS.highlights.keys()],
    taskNames: performance
      .getEntriesByType('long-animation-frame')
      .map((entry) => JSON.stringify(entry.toJSON())),
  }));
  const read = (await readMarks(page)).map(({ text }) => text);
  return { ...seen, ...rest, layouts, said: [...said], marks: read };
}

interface Twins {
  readonly without: Looks;
  readonly withIt: Looks;
}

async function lookAtAll(kind: BrowserKind, site: Loopback): Promise<Twins> {
  const alone = await openSession(kind, { extensionDir: null });
  const session = await openSession(kind);
  const without = new Map<string, Look>();
  const withIt = new Map<string, Look>();
  for (const [name, fixture] of pages) {
    const url = site.put(`/${name}`, fixture.html);
    // How often a page is laid out while it comes in depends on the machine: the least of some visits is its own.
    const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let visit = 0; visit < MOST_VISITS && (visit === 0 || least[0] !== least[1]); visit += 1) {
      for (const [side, looks] of [without, withIt].entries()) {
        const look = await lookOnce(side === 0 ? alone : session, url, fixture, side === 1);
        least[side] = Math.min(least[side] ?? 0, look.layouts);
        looks.set(name, { ...look, layouts: least[side] ?? 0 });
      }
    }
  }
  await tryPackage(session.browser, site, session.extensionUrl);
  await Promise.all([alone.close(), session.close()]);
  return { without, withIt };
}

async function lookOnce(session: Session, url: string, fixture: PromisePage, hasIt: boolean): Promise<Look> {
  const page = await session.newPage();
  const look = await lookAt(page, url, fixture, hasIt);
  await page.close();
  return look;
}

let reached: readonly string[] = [];

async function tryPackage(
  browser: Awaited<ReturnType<typeof openSession>>['browser'],
  site: Loopback,
  base: string,
) {
  const files = globSync('**/*.*', { cwd: inProject('dist', 'chrome') });
  const page = await browser.newPage();
  await page.goto(site.put('/probe', '<!doctype html><title>Probe</title><p>The Kremlin.</p>'));
  reached = await page.evaluate(
    async (root, names) => {
      const asked = names.map(async (name) => {
        const byFetch = await fetch(`${root}/${name}`).then(
          () => true,
          () => false,
        );
        const byImage = await new Promise((resolve) => {
          const image = new Image();
          image.onload = () => resolve(true);
          image.onerror = () => resolve(false);
          image.src = `${root}/${name}`;
        });
        return byFetch || byImage ? [name] : [];
      });
      return (await Promise.all(asked)).flat();
    },
    base,
    files,
  );
  await page.close();
}

const kinds = browserKinds.filter((kind) => (process.env['BROWSER'] ?? kind) === kind);

describe.each(kinds)('twins in %s', (kind) => {
  let site: Loopback;
  let without: Looks;
  let withIt: Looks;

  beforeAll(async () => {
    site = await serveLoopback();
    ({ without, withIt } = await lookAtAll(kind, site));
  });
  afterAll(() => site.close());

  const compare = <T>(pick: (look: Look) => T) => {
    const of = (looks: Looks) => Object.fromEntries([...looks].map(([name, look]) => [name, pick(look)]));
    expect(of(withIt)).toEqual(of(without));
  };

  test('P29 every page is marked where it should be, odd text to the unit', () => {
    const wanted = [...promisePages].map(([name, { marks }]) => [name, marks]);
    expect([...promisePages.keys()].map((name) => [name, withIt.get(name)?.marks])).toEqual(wanted);
  });
  test('P1 a page reaches not one packaged file', () => expect(reached).toEqual([]));
  test('P2 nothing in a page names an extension', () => {
    for (const { html } of withIt.values()) for (const word of betraying) expect(html).not.toContain(word);
  });
  test('P3 at rest no change is seen, and outerHTML is byte-equal', () => {
    compare(({ changes }) => changes);
    compare(({ html }) => html);
  });
  test('P5 the style of every element and the number of style sheets are equal', () => {
    compare(({ styles }) => styles.length);
    for (const [name, { styles }] of withIt) expect(styles === without.get(name)?.styles, name).toBe(true);
    compare(({ sheets }) => sheets);
  });
  test('P6 highlight names differ in every document and say nothing', () => {
    const names = [...withIt.values()].flatMap(({ markNames }) => markNames);
    expect(names.length).toBeGreaterThan(20);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]{10}$/.test(name))).toEqual([]);
  });
  test('P7 no message, no global, no frame', () => {
    compare(({ messages }) => messages);
    compare(({ globals }) => globals);
    compare(({ frames }) => frames);
  });
  test('P9 the timeline of the page holds nothing of ours', () => {
    compare(({ entries }) => entries.filter((name) => !/^http|^long-/.test(name)).sort());
    for (const { taskNames, entries } of withIt.values()) {
      expect([...taskNames, ...entries].filter((name) => name.includes('extension'))).toEqual([]);
    }
  });
  test('P10 the console stays as it was, without an uncaught error', () => compare(({ said }) => said));
  test.runIf(kind === 'chromium')('P28 not one layout more than without', () =>
    compare(({ layouts }) => layouts),
  );
});
