import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BrowserKind, buildName } from '../../src/cli/browsers.ts';
import { inCard } from '../../src/cli/page-view.ts';
import { inProject } from '../../src/cli/project.ts';
import { pseudoLocale } from '../../src/core/pseudo-locale.ts';
import {
  article,
  clickInCard,
  middleOf,
  openOn,
  sendStep,
  set,
  visit,
  waitForBox,
  waitForNoHost,
} from './card-page.ts';
import { type Bed, describeInBrowsers, keepScreen } from './harness.ts';

const small = {
  body: '<p>The Magnitsky Act was law.</p>',
  css: 'p { margin: 0 8px !important; width: auto !important }',
};

/** What sticks out of the card sideways, or is cut off in a control; everything fits when it is empty. */
async function findOverflow({ session }: Bed, page: Page): Promise<readonly string[]> {
  const [found] = await inCard(session, page, (root) => {
    const { left, right } = (root.querySelector('.frame') as Element).getBoundingClientRect();
    const all = [...root.querySelectorAll<HTMLElement>('.card :not(.unseen, svg *)')];
    return all
      .filter((each) => {
        const box = each.getBoundingClientRect();
        const isOut = box.width > 0 && (box.left < left - 1 || box.right > right + 1);
        return (
          isOut ||
          (each.matches('button, a') && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
        );
      })
      .map((each) => `${each.localName}.${each.className}: ${each.textContent?.slice(0, 40)}`);
  });
  return found ?? ['no card'];
}

describeInBrowsers('looks', (bed) => {
  let page: Page;
  beforeAll(async () => {
    page = await bed().session.newPage();
  });
  beforeEach(async () => {
    await set(bed(), { pace: 'fast' });
    await page.setViewport({ width: 1280, height: 900 });
  });

  // A window of 1280 × 900 at each zoom: fewer CSS px, each of more pixels of the screen.
  test.each([50, 67, 90, 110, 150, 200, 300, 400])(
    'P31 at a zoom of %d percent nothing is cut off',
    async (percent) => {
      const zoom = percent / 100;
      await page.setViewport({
        width: Math.round(1280 / zoom),
        height: Math.round(900 / zoom),
        deviceScaleFactor: zoom,
      });
      await visit(bed(), page, small);
      const mark = await middleOf(page, 'Magnitsky Act');
      const box = await openOn(bed(), page, 'Magnitsky Act');
      expect(box.top).toBeGreaterThanOrEqual(mark.y + mark.height / 2);
      expect(box.bottom).toBeLessThanOrEqual(900 / zoom + 0.5);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(1280 / zoom + 0.5);
      expect(box.bottom - box.top).toBeGreaterThan(100);
      expect(await findOverflow(bed(), page)).toEqual([]);
    },
  );

  test.each([
    ['P31 320 px wide', 320, 640],
    ['P31 4K', 3840, 2160],
  ])('%s', async (name, width, height) => {
    await page.setViewport({ width, height });
    await visit(bed(), page, small);
    const box = await openOn(bed(), page, 'Magnitsky Act');
    expect(box.right - box.left).toBeLessThanOrEqual(width);
    expect(await findOverflow(bed(), page)).toEqual([]);
    await keepScreen(bed(), page, name.replaceAll(' ', '-'));
  });

  test.each([
    ['the page zooms itself', ':root { zoom: 1.5 }'],
    ['the page has a large root size', ':root { font-size: 40px }'],
    ['the page turns its root', ':root { writing-mode: vertical-rl }'],
    ['the page styles every element', '* { font: 30px fantasy !important; color: red !important }'],
  ])('where %s, the card is as designed', async (_name, css) => {
    await visit(bed(), page, { body: '<p>Congress passed the Magnitsky Act in 2012.</p>', css });
    const box = await openOn(bed(), page, 'Magnitsky Act');
    const scale = css.includes('zoom') ? 1.5 : 1;
    expect([380, 420]).toContain(Math.round((box.right - box.left) / scale));
    const [look] = await inCard(bed().session, page, (root) => {
      const gloss = getComputedStyle(root.querySelector('.gloss') as Element);
      return [Number.parseFloat(gloss.fontSize), gloss.writingMode];
    });
    expect(look).toEqual([14, 'horizontal-tb']);
    expect(await findOverflow(bed(), page)).toEqual([]);
  });

  describe.each(['de', 'ru'])('in the words of %s', (language) => {
    test.each([
      ['beside its term', 1280],
      ['as a sheet of 320 px', 320],
    ])('long labels fit, %s', async (_name, width) => {
      await set(bed(), { pace: 'fast', language });
      await page.setViewport({ width, height: 800 });
      await visit(bed(), page, small);
      await openOn(bed(), page, 'Magnitsky Act');
      const [spoken] = await inCard(bed().session, page, (root) => ({
        language: root.querySelector<HTMLElement>('.card')?.lang,
        buttons: [...root.querySelectorAll<HTMLElement>('.row button')].map(({ innerText }) => innerText),
      }));
      expect(spoken?.language).toBe(language);
      expect(spoken?.buttons).not.toContain('Why this?');
      expect(await findOverflow(bed(), page)).toEqual([]);
      for (const button of [language === 'de' ? 'Zitieren' : 'Сослаться', spoken?.buttons.at(-1) ?? '']) {
        await clickInCard(bed(), page, button);
        expect(await findOverflow(bed(), page)).toEqual([]);
      }
    });
  });

  test('in a page that reads from right to left the card begins at the right edge of its term', async () => {
    await visit(bed(), page, {
      body: '<p style="margin:0 300px">‏החוק ‏Magnitsky Act נחקק.</p>',
      script: "document.documentElement.dir = 'rtl'",
    });
    const mark = await middleOf(page, 'Magnitsky Act');
    const box = await openOn(bed(), page, 'Magnitsky Act');
    expect(Math.abs(box.right - (mark.x + mark.width / 2))).toBeLessThan(1.5);
  });

  test('a mark is underlined with dots in the colour of the text, and nothing else of it changes', async () => {
    await visit(bed(), page, article);
    await middleOf(page, 'Magnitsky Act');
    const [name] = await page.evaluate(() => [...CSS.highlights.keys()]);
    const look = await page.evaluate((highlight) => {
      const style = getComputedStyle(document.querySelector('p') as Element, `::highlight(${highlight})`);
      return [style.textDecorationLine, style.textDecorationStyle, style.backgroundColor];
    }, name);
    expect(look).toEqual(['underline', 'dotted', 'rgba(0, 0, 0, 0)']);
  });
});

/** Firefox is told by its settings, Chromium page by page. */
async function calmAndForced(page: Page, kind: BrowserKind): Promise<void> {
  if (kind === 'firefox') return;
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
}

describeInBrowsers(
  'with forced colours and reduced motion',
  (bed) => {
    let page: Page;
    beforeAll(async () => {
      page = await bed().session.newPage();
      await calmAndForced(page, bed().kind);
    });
    beforeEach(() => set(bed(), { pace: 'fast' }));

    test('the page knows of both', async () => {
      await visit(bed(), page, article);
      const media = await page.evaluate(() =>
        ['(forced-colors: active)', '(prefers-reduced-motion: reduce)'].map(
          (query) => matchMedia(query).matches,
        ),
      );
      expect(media).toEqual([true, true]);
    });

    test('nothing fades: the card is there, and gone, at once', async () => {
      await visit(bed(), page, article);
      await middleOf(page, 'Magnitsky Act');
      await bed().session.inContent(page, () => {
        const asked: unknown[] = [];
        Reflect.set(globalThis, 'askedFades', asked);
        const real = Element.prototype.animate;
        Element.prototype.animate = function (...given) {
          asked.push(given);
          return real.apply(this, given);
        };
      });
      await openOn(bed(), page, 'Magnitsky Act');
      await page.keyboard.press('Escape');
      await waitForNoHost(page);
      const [asked] = await bed().session.inContent(page, () => Reflect.get(globalThis, 'askedFades'));
      expect(asked?.result).toEqual([]);
    });

    test('nothing in the card moves by itself', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      const [moving] = await inCard(bed().session, page, (root) =>
        [...root.querySelectorAll('*')]
          .filter((each) => getComputedStyle(each).transitionDuration !== '0s')
          .map((each) => each.className),
      );
      expect(moving).toEqual([]);
    });

    test('P31 the card has an edge, its shapes are solid, and the pressed control is told from the others', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      await clickInCard(bed(), page, 'Pin');
      const [look] = await inCard(bed().session, page, (root) => {
        const card = getComputedStyle(root.querySelector('.card') as Element);
        const glyph = getComputedStyle(root.querySelector('.glyph') as Element);
        const pin = getComputedStyle(root.querySelector('[aria-pressed="true"]') as Element);
        return {
          edge: `${card.borderTopWidth} ${card.borderTopStyle}`,
          isEdgeSeen: card.borderTopColor !== card.backgroundColor,
          isGlyphSeen: glyph.color !== card.backgroundColor,
          pinOutline: pin.outlineStyle,
        };
      });
      expect(look).toEqual({ edge: '1px solid', isEdgeSeen: true, isGlyphSeen: true, pinOutline: 'solid' });
      await keepScreen(bed(), page, 'forced-colours');
    });

    test('marks are painted in a colour of the system', async () => {
      await visit(bed(), page, article);
      await middleOf(page, 'Magnitsky Act');
      const [name] = await page.evaluate(() => [...CSS.highlights.keys()]);
      const line = await page.evaluate((highlight) => {
        const style = getComputedStyle(document.querySelector('p') as Element, `::highlight(${highlight})`);
        return style.textDecorationLine;
      }, name);
      expect(line).toBe('underline');
    });
  },
  { prefs: { 'ui.prefersReducedMotion': 1, 'browser.display.document_color_use': 2 } },
);

/** A copy of the built extension whose words run from right to left. */
function turnedExtension(kind: BrowserKind): string {
  const dir = mkdtempSync(join(tmpdir(), 'sidelight-'));
  cpSync(inProject('dist', buildName(kind)), dir, { recursive: true });
  const file = join(dir, '_locales', 'en', 'messages.json');
  writeFileSync(file, JSON.stringify(pseudoLocale(JSON.parse(readFileSync(file, 'utf8')), 'rtl')));
  return dir;
}

describe('right to left', () => {
  const made: string[] = [];
  afterAll(() => {
    for (const dir of made) rmSync(dir, { recursive: true, force: true });
  });
  describeInBrowsers(
    'words',
    (bed) => {
      test.each([
        ['beside its term', 1280],
        ['as a sheet', 390],
      ])('P31 mirror the card, %s', async (_name, width) => {
        const page = await bed().session.newPage();
        await set(bed(), { pace: 'fast' });
        await page.setViewport({ width, height: 800 });
        await visit(bed(), page, small);
        await openOn(bed(), page, 'Magnitsky Act');
        const [look] = await inCard(bed().session, page, (root) => {
          const card = root.querySelector('.card') as HTMLElement;
          const { left, width } = card.getBoundingClientRect();
          const close = root.querySelector('.close')?.getBoundingClientRect();
          const title = root.querySelector('h2')?.getBoundingClientRect();
          return {
            direction: card.dir,
            closeIsLeft: (close?.right ?? 999) < left + width / 2,
            titleEndsRight: (title?.right ?? 0) > left + width - 40,
          };
        });
        expect(look).toEqual({ direction: 'rtl', closeIsLeft: true, titleEndsRight: true });
        expect(await findOverflow(bed(), page)).toEqual([]);
        await keepScreen(bed(), page, `right-to-left-${width}`);
        await page.close();
      });

      test('the stop of the keyboard opens beside its term too', async () => {
        const page = await bed().session.newPage();
        await visit(bed(), page, small);
        await middleOf(page, 'Magnitsky Act');
        await sendStep(bed(), page, 'next');
        const box = await waitForBox(bed(), page);
        expect(box.right).toBeLessThan(1280);
        await page.close();
      });
    },
    (kind) => {
      const extensionDir = turnedExtension(kind);
      made.push(extensionDir);
      return { extensionDir };
    },
  );
});
