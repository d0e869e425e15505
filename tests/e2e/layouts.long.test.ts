import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { browserKinds } from '../../src/cli/browsers.ts';
import { type Look, prepareExtension } from '../../src/cli/gallery-looks.ts';
import { inCard } from '../../src/cli/page-view.ts';
import { inProject } from '../../src/cli/project.ts';
import { openOn } from './card-page.ts';
import { type Bed, describeInBrowsers } from './harness.ts';
import { findLayoutFaults, readPlaces } from './layout-faults.ts';
import { visitAll, WIDTHS } from './own-page.ts';

// Two languages that nobody speaks: words half as long again, and words from right to left. Nothing may be cut off or
// stand outside; from right to left everything stands where a mirror would put it.

const DEMO = readFileSync(inProject('tests', 'fixtures', 'demo', 'article.html'), 'utf8');
/** What rounding and the two fonts of a line may differ by, px. */
const SLACK_PX = 3;

type Places = ReturnType<typeof readPlaces>;

/** Opens every fold, so that what is folded is looked at too. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });

async function findPageFaults(page: Page): Promise<string[]> {
  await unfold(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const faults = await page.evaluate(`(${findLayoutFaults})(document)`);
  return [...(wide > 0 ? [`${wide} px too wide`] : []), ...(faults as string[])];
}

/** What does not stand where a mirror would put it; the widths of both are those of the viewport without scroll bar. */
function findUnmirrored(plain: Places, mirrored: Places, width: number): string[] {
  if (plain.length !== mirrored.length) {
    const names = (places: Places) => places.map(([what]) => what);
    const [here, there] = [names(plain), names(mirrored)];
    const only = [
      ...here.filter((what) => !there.includes(what)),
      ...there.filter((what) => !here.includes(what)),
    ];
    return [`${plain.length} things, mirrored ${mirrored.length}: ${only.join(', ')}`];
  }
  return plain.flatMap(([what, left, right], at) => {
    const [, otherLeft = 0, otherRight = 0] = mirrored[at] ?? [];
    const off = Math.max(Math.abs(left - (width - otherRight)), Math.abs(right - (width - otherLeft)));
    return off > SLACK_PX ? [`${what} is ${Math.round(off)} px off`] : [];
  });
}

const readMap = async (bed: Bed): Promise<ReadonlyMap<string, readonly [Places, number]>> => {
  const map = new Map<string, readonly [Places, number]>();
  await visitAll(bed, async (page, where) => {
    const width = await page.evaluate(() => document.documentElement.clientWidth);
    map.set(where, [(await page.evaluate(`(${readPlaces})(document)`)) as Places, width]);
  });
  return map;
};

for (const kind of browserKinds) {
  if ((process.env['BROWSER'] ?? kind) !== kind) continue;
  describe(`layouts in ${kind}`, () => {
    let plain: ReadonlyMap<string, readonly [Places, number]> = new Map();
    const dirs: string[] = [];
    const prepared = (look: Look): string => {
      const dir = prepareExtension(kind, look);
      dirs.push(dir);
      return dir;
    };
    afterAll(() => {
      for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
    });

    describeInBrowsers(
      'in English',
      (bed) => {
        test('every page is whole', async () => {
          const faults: string[] = [];
          await visitAll(bed(), async (page, where) => {
            faults.push(...(await findPageFaults(page)).map((fault) => `${where}: ${fault}`));
          });
          expect(faults).toEqual([]);
          plain = await readMap(bed());
        }, 300_000);
      },
      { only: kind },
    );

    describeInBrowsers(
      'in a language of long words',
      (bed) => {
        test('nothing is cut off or stands outside, on any page, narrow or wide', async () => {
          const faults: string[] = [];
          await visitAll(bed(), async (page, where) => {
            faults.push(...(await findPageFaults(page)).map((fault) => `${where}: ${fault}`));
          });
          expect(faults).toEqual([]);
        }, 300_000);
        test.each(WIDTHS)('the card at %i px is whole', (width) => expectWholeCard(bed(), width, 'ltr'));
      },
      { only: kind, extensionDir: prepared('long') },
    );

    describeInBrowsers(
      'from right to left',
      (bed) => {
        test('nothing is cut off or stands outside, on any page, narrow or wide', async () => {
          const faults: string[] = [];
          await visitAll(bed(), async (page, where) => {
            expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
            faults.push(...(await findPageFaults(page)).map((fault) => `${where}: ${fault}`));
          });
          expect(faults).toEqual([]);
        }, 300_000);
        test.each(WIDTHS)('the card at %i px is whole', (width) => expectWholeCard(bed(), width, 'rtl'));
      },
      { only: kind, extensionDir: prepared('rtl') },
    );

    // The letters stay as they are, so that every line is as wide as in English.
    describeInBrowsers(
      'in English from right to left',
      (bed) => {
        test('everything stands where a mirror would put it', async () => {
          const mirrored = await readMap(bed());
          const faults = [...mirrored].flatMap(([where, [places, width]]) =>
            findUnmirrored(plain.get(where)?.[0] ?? [], places, width).map((fault) => `${where}: ${fault}`),
          );
          expect(faults).toEqual([]);
        }, 300_000);
      },
      { only: kind, extensionDir: turned(prepared('light')) },
    );
  });
}

/** Says of its English that it runs from right to left. */
function turned(dir: string): string {
  const file = join(dir, '_locales', 'en', 'messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...messages, language_direction: { message: 'rtl' } }));
  return dir;
}

async function expectWholeCard(bed: Bed, width: number, direction: 'ltr' | 'rtl'): Promise<void> {
  const page = await bed.session.newPage(bed.site.put('/card', DEMO));
  await page.setViewport({ width, height: 800 });
  await openOn(bed, page, 'Magnitsky Act');
  await inCard(bed.session, page, (root) => {
    for (const each of root.querySelectorAll<HTMLElement>('[aria-expanded="false"]')) each.click();
  });
  const [seen] = await inCard(bed.session, page, (root) => ({
    direction: root.querySelector<HTMLElement>('.card')?.dir ?? '',
    wide: [...root.querySelectorAll('.card, .scroll')].map(
      ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
    ),
  }));
  expect(seen).toEqual({ direction, wide: [0, 0] });
  const source = `(root) => (${findLayoutFaults})(root)`;
  const faults = await inCard(bed.session, page, { toString: () => source } as never);
  expect(faults.flat()).toEqual([]);
  await page.close();
}
