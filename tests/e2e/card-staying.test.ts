import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inCard, readMarks } from '../../src/cli/page-view.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import {
  article,
  clickInCard,
  findBox,
  hasHost,
  middleOf,
  openOn,
  pause,
  readNotice,
  sendStep,
  set,
  visit,
  waitForBox,
  waitForNoHost,
  waitForTitle,
} from './card-page.ts';
import { fillStorage } from './full-storage.ts';
import { type Bed, describeInBrowsers } from './harness.ts';

/** A state or attribute of the card's frame and body. */
async function readFrame({ session }: Bed, page: Page) {
  const [frame] = await inCard(session, page, (root) => {
    const dialog = root.querySelector('[role="dialog"]') as HTMLElement;
    return {
      shape: dialog.dataset.shape,
      theme: root.querySelector<HTMLElement>('.card')?.dataset.theme,
      name: root.querySelector(`#${dialog.getAttribute('aria-labelledby')}`)?.textContent,
      modal: dialog.getAttribute('aria-modal'),
      said: root.querySelector('.said')?.textContent,
      live: root.querySelector('.said')?.getAttribute('role'),
      focus: root.activeElement?.textContent ?? root.activeElement?.localName ?? null,
      notice: root.querySelector('.notice')?.textContent ?? '',
    };
  });
  return frame;
}

describeInBrowsers('the open card', (bed) => {
  let page: Page;
  beforeAll(async () => {
    page = await bed().session.newPage();
  });
  beforeEach(async () => {
    await set(bed(), { pace: 'fast' });
    await page.setViewport({ width: 1280, height: 900 });
  });

  describe('place', () => {
    test('8 px below its term, as wide as designed, at most 60 % of the height', async () => {
      await visit(bed(), page, article);
      const mark = await middleOf(page, 'Magnitsky Act');
      const box = await openOn(bed(), page, 'Magnitsky Act');
      expect(box.top - (mark.y + mark.height / 2)).toBeGreaterThanOrEqual(8);
      expect(box.top - (mark.y + mark.height / 2)).toBeLessThan(9.5);
      expect(Math.abs(box.left - (mark.x - mark.width / 2))).toBeLessThan(1);
      expect([380, 420]).toContain(Math.round(box.right - box.left));
      expect(box.bottom - box.top).toBeLessThanOrEqual(540);
    });

    test('above its term where only that has room', async () => {
      await visit(bed(), page, `<div style="height:700px"></div>${article}`);
      const mark = await middleOf(page, 'Magnitsky Act');
      const box = await openOn(bed(), page, 'Magnitsky Act');
      const gap = mark.y - mark.height / 2 - box.bottom;
      expect(gap).toBeGreaterThanOrEqual(8);
      expect(gap).toBeLessThan(9.5);
    });

    test('8 px from the right edge of the screen', async () => {
      await visit(bed(), page, '<p style="margin-left:1100px;width:170px">The Magnitsky Act</p>');
      const box = await openOn(bed(), page, 'Magnitsky Act');
      const width = await page.evaluate(() => document.documentElement.clientWidth);
      expect(Math.round(width - box.right)).toBe(8);
    });

    test('clear of both lines of a term that is broken over two', async () => {
      await visit(bed(), page, '<p style="width:85px">See Magnitsky Act was law.</p>');
      await middleOf(page, 'Magnitsky Act');
      const lines = await page.evaluate(() => {
        const range = document.createRange();
        const text = document.querySelector('p')?.firstChild as Text;
        range.setStart(text, text.data.indexOf('Magnitsky'));
        range.setEnd(text, text.data.indexOf(' was'));
        return [...range.getClientRects()].map(({ top, bottom }) => ({ top, bottom }));
      });
      expect(lines).toHaveLength(2);
      const { x, y } = await middleOf(page, 'Magnitsky Act');
      await page.mouse.move(x - 1, y);
      await pause(40);
      await page.mouse.move(x, y);
      const box = await waitForBox(bed(), page);
      expect(lines.every(({ top, bottom }) => box.top >= bottom + 7 || box.bottom <= top - 7)).toBe(true);
    });

    test('it follows its term when the page scrolls, and goes when the term has left the screen', async () => {
      await visit(bed(), page, `<div style="height:300px"></div>${article}<div style="height:3000px"></div>`);
      const before = await openOn(bed(), page, 'Magnitsky Act');
      await page.evaluate(() => scrollBy(0, 100));
      await waitFor('the card to follow', async () => (await findBox(bed(), page))?.top === before.top - 100);
      await page.evaluate(() => scrollBy(0, 900));
      await waitForNoHost(page);
    });

    test('it follows its term when the page shifts, and goes when its term is hidden', async () => {
      await visit(bed(), page, article);
      const before = await openOn(bed(), page, 'Magnitsky Act');
      await page.evaluate(() => {
        const late = document.createElement('div');
        late.style.height = '120px';
        document.body.prepend(late);
      });
      await waitFor('the card to follow', async () => (await findBox(bed(), page))?.top === before.top + 120);
      await page.evaluate(() => document.querySelector('p')?.style.setProperty('display', 'none'));
      await waitForNoHost(page);
    });

    test('its own scroll does not run on into the page', async () => {
      await visit(bed(), page, `${article}<div style="height:3000px"></div>`);
      const box = await openOn(bed(), page, 'Magnitsky Act');
      await page.mouse.move(box.left + 100, box.top + 200);
      for (let i = 0; i < 12; i++) await page.mouse.wheel({ deltaY: 600 });
      await pause(300);
      expect(await page.evaluate(() => scrollY)).toBe(0);
      expect(await hasHost(page)).toBe(true);
    });
  });

  describe('theme', () => {
    test.each([
      ['a white page', 'background:#fff', 'light'],
      ['a page without a background', '', 'light'],
      ['a dark page', 'background:#16171a;color:#ddd', 'dark'],
      ['a dark page in another colour space', 'background:oklch(0.2 0.02 250);color:#ddd', 'dark'],
      ['a page that says it is dark', 'color-scheme:dark', 'dark'],
    ])('%s', async (_name, css, theme) => {
      await visit(bed(), page, { body: article, css: `:root{${css}}` });
      await openOn(bed(), page, 'Magnitsky Act');
      expect((await readFrame(bed(), page))?.theme).toBe(theme);
    });

    test('a dark box on a light page', async () => {
      await visit(bed(), page, '<div style="background:#111;color:#eee"><p>The Magnitsky Act</p></div>');
      await openOn(bed(), page, 'Magnitsky Act');
      expect((await readFrame(bed(), page))?.theme).toBe('dark');
    });
  });

  describe('end', () => {
    test.each([
      ['its term leaves the page', () => document.querySelector('p')?.remove()],
      ['the words of its term change', () => document.querySelector('p')?.replaceChildren('Other words')],
      [
        'its term is hidden',
        () => (document.querySelector('p') as HTMLElement).replaceWith(document.createElement('hr')),
      ],
      [
        'the page goes to another view',
        () => {
          history.pushState(null, '', '#/other');
          document.body.append('x');
        },
      ],
      ['the fragment changes', () => location.assign('#other')],
      [
        'P30 the page opens a modal dialog',
        () => {
          const dialog = document.createElement('dialog');
          document.body.append(dialog);
          dialog.showModal();
        },
      ],
    ])('%s', async (_name, happen) => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      await page.evaluate(happen as () => void);
      await waitForNoHost(page);
    });

    test('the tab is hidden', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      const other = await bed().session.newPage();
      await other.bringToFront();
      await waitFor('the tab to hide', () => page.evaluate(() => document.hidden));
      await waitForNoHost(page);
      await other.close();
      await page.bringToFront();
    });
  });

  describe('top layer', () => {
    test('P30 in a modal dialog the card opens above it and can be used; Escape keeps the dialog', async () => {
      const body = `<dialog style="margin:40px;width:700px;height:700px"><p>The Magnitsky Act.</p></dialog>`;
      await visit(bed(), page, { body, script: "document.querySelector('dialog').showModal()" });
      await openOn(bed(), page, 'Magnitsky Act');
      await clickInCard(bed(), page, 'Pin');
      const [pressed] = await inCard(bed().session, page, (root) =>
        root.querySelector('[aria-pressed]')?.getAttribute('aria-pressed'),
      );
      expect(pressed).toBe('true');
      await page.keyboard.press('Escape');
      await waitForNoHost(page);
      expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
    });

    test('P30 in fullscreen the card opens, and moves out with its term', async () => {
      const body = `<main style="background:#fff"><button>full</button>${article}</main>`;
      const script =
        "document.querySelector('button').onclick = () => document.querySelector('main').requestFullscreen()";
      await visit(bed(), page, { body, script });
      await page.click('button');
      await waitFor('fullscreen', () => page.evaluate(() => document.fullscreenElement !== null));
      await openOn(bed(), page, 'Magnitsky Act');
      expect(await page.evaluate(() => document.querySelector('[popover]')?.parentElement?.localName)).toBe(
        'main',
      );
      await clickInCard(bed(), page, 'Pin');
      await page.evaluate(() => document.exitFullscreen());
      await waitFor('the card to move out', () =>
        page.evaluate(() => document.querySelector('[popover]')?.parentElement?.localName === 'html'),
      );
      expect((await findBox(bed(), page))?.title).toBe('Magnitsky Act');
      await page.keyboard.press('Escape');
    });
  });

  describe('in the card', () => {
    async function openRelated(): Promise<string> {
      const [label] = await inCard(bed().session, page, (root) => {
        const list = [...root.querySelectorAll('.related button, .related a')];
        return list[0]?.textContent?.trim() ?? null;
      });
      if (!label) throw new Error('the card names no related term');
      await clickInCard(bed(), page, label);
      await waitFor('the related term', async () => (await findBox(bed(), page))?.title !== 'Magnitsky Act');
      return (await findBox(bed(), page))?.title ?? '';
    }

    test('a related term opens in the same card, with back and forward', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      const related = await openRelated();
      await clickInCard(bed(), page, 'Back');
      await waitForTitle(bed(), page, 'Magnitsky Act');
      await clickInCard(bed(), page, 'Forward');
      await waitForTitle(bed(), page, related);
      await page.keyboard.press('Backspace');
      await waitForTitle(bed(), page, 'Magnitsky Act');
      expect(await page.evaluate(() => location.pathname)).toMatch(/^\/\d+$/);
    });

    test('copying a reference puts it on the clipboard and says so', async () => {
      await visit(
        bed(),
        page,
        `${article}<textarea style="position:absolute;left:900px;top:600px"></textarea>`,
      );
      await openOn(bed(), page, 'Magnitsky Act');
      await clickInCard(bed(), page, 'Cite');
      await clickInCard(bed(), page, 'BibTeX');
      await waitFor('the notice', async () => (await readFrame(bed(), page))?.notice.includes('Copied'));
      await page.mouse.click(920, 610);
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
      await waitFor('the pasted reference', () =>
        page.evaluate(() => document.querySelector('textarea')?.value.includes('@misc{')),
      );
    });

    test('muting a term takes its marks away, undo brings them back', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      const words = async () => (await readMarks(page)).map(({ text }) => text);
      await clickInCard(bed(), page, 'Why');
      await clickInCard(bed(), page, 'Mute');
      await waitFor('the mark to go', async () => !(await words()).includes('Magnitsky Act'));
      await clickInCard(bed(), page, 'Undo');
      await waitFor('the mark to come back', async () => (await words()).includes('Magnitsky Act'));
    });

    test('P60 a choice that the browser cannot store is said to be lost, and the mark stays', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      const empty = await fillStorage(bed());
      try {
        await clickInCard(bed(), page, 'Why');
        await clickInCard(bed(), page, 'Mute');
        await waitFor('the notice', async () => (await readNotice(bed(), page))?.startsWith('Not saved'));
        expect((await readMarks(page)).map(({ text }) => text)).toContain('Magnitsky Act');
      } finally {
        await empty();
      }
    });

    test('off on this site takes all marks away; the offer to undo outlives them', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      await clickInCard(bed(), page, 'Why');
      await clickInCard(bed(), page, 'Off on this site');
      await waitFor('all marks to go', async () => (await readMarks(page)).length === 0);
      await clickInCard(bed(), page, 'Undo');
      await waitForNoHost(page);
      await waitFor('the marks to come back', async () => (await readMarks(page)).length > 0);
    });
  });

  describe('keyboard', () => {
    const withFields = `<button id="before">before</button>${article}<button id="after">after</button>`;
    const focusId = () => page.evaluate(() => document.activeElement?.id);

    test('dialog: named, not modal, and one polite line with the count', async () => {
      await visit(bed(), page, article);
      await openOn(bed(), page, 'Magnitsky Act');
      // Screen readers meet the line empty, and hear what changes in it.
      const said = await waitFor('the line', async () => (await readFrame(bed(), page))?.said || undefined);
      expect(said).toBe('Magnitsky Act. Marked term 1 of 4 on this page.');
      const frame = await readFrame(bed(), page);
      expect(frame).toMatchObject({ name: 'Magnitsky Act', modal: null, live: 'status' });
    });

    test('next stops at the first term in view, Enter opens it, Escape closes it; the focus has not moved', async () => {
      await visit(bed(), page, withFields);
      await middleOf(page, 'Magnitsky Act');
      await page.focus('#before');
      await sendStep(bed(), page, 'next');
      const stop = await waitFor(
        'the stop',
        async () =>
          (await inCard(bed().session, page, (root) => root.querySelector('.peek')?.textContent))[0],
      );
      expect(stop).toContain('Magnitsky Act, 1 of 4');
      await page.keyboard.press('Enter');
      await waitForTitle(bed(), page, 'Magnitsky Act');
      expect(await focusId()).toBe('before');
      await page.keyboard.press('Escape');
      await waitForNoHost(page);
      expect(await focusId()).toBe('before');
    });

    test('next and previous walk in order and around', async () => {
      await visit(bed(), page, article);
      await middleOf(page, 'Magnitsky Act');
      const stops: string[] = [];
      for (const way of ['next', 'next', 'next', 'next', 'next', 'previous'] as const) {
        const last = stops.at(-1);
        await sendStep(bed(), page, way);
        stops.push(
          await waitFor('another stop', async () => {
            const [text] = await inCard(
              bed().session,
              page,
              (root) => root.querySelector('.peek')?.textContent,
            );
            return text === last ? undefined : text;
          }),
        );
      }
      expect(stops.map((text) => text.split(',')[0])).toEqual([
        'Magnitsky Act',
        'Jackson–Vanik amendment',
        'The Kremlin',
        'Freedom House',
        'Magnitsky Act',
        'Freedom House',
      ]);
      await page.keyboard.press('Escape');
      await waitForNoHost(page);
    });

    test('a stop below the screen is brought into view', async () => {
      await visit(bed(), page, `<div style="height:3000px"></div>${article}`);
      await middleOf(page, 'Magnitsky Act');
      await sendStep(bed(), page, 'next');
      await waitFor(
        'the stop',
        async () =>
          (await inCard(bed().session, page, (root) => root.querySelector('.peek')?.textContent))[0],
      );
      const mark = await middleOf(page, 'Magnitsky Act');
      expect(mark.y).toBeGreaterThan(0);
      expect(mark.y).toBeLessThan(900);
    });

    test('in a narrow window too a stop is a line beside its term', async () => {
      await page.setViewport({ width: 390, height: 780 });
      await visit(bed(), page, '<p style="margin:60px 8px;width:auto">Of the Magnitsky Act.</p>');
      const mark = await middleOf(page, 'Magnitsky Act');
      await sendStep(bed(), page, 'next');
      const box = await waitForBox(bed(), page);
      expect(box.bottom - box.top).toBeLessThan(60);
      expect(box.top - mark.y).toBeLessThan(40);
      await page.keyboard.press('Escape');
      await waitForNoHost(page);
    });

    test('Tab walks in, through and out again; the card stays while it has the focus', async () => {
      await visit(bed(), page, withFields);
      await openOn(bed(), page, 'Magnitsky Act');
      await page.focus('#before');
      await page.keyboard.press('Tab');
      expect((await readFrame(bed(), page))?.focus).not.toBeNull();
      await page.mouse.move(1000, 20);
      await pause(600);
      expect(await hasHost(page)).toBe(true);
      for (let i = 0; i < 60 && (await readFrame(bed(), page))?.focus !== null; i++)
        await page.keyboard.press('Tab');
      expect(await focusId()).toBe('after');
    });

    test('Shift+Tab at the start of the card walks back to where one came from', async () => {
      await visit(bed(), page, withFields);
      await openOn(bed(), page, 'Magnitsky Act');
      await page.focus('#before');
      await page.keyboard.press('Tab');
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      expect(await focusId()).toBe('before');
    });

    test('Tab walks into the next term’s card too, after it has walked out of this one', async () => {
      await visit(bed(), page, withFields);
      await openOn(bed(), page, 'Magnitsky Act');
      await page.focus('#before');
      await page.keyboard.press('Tab');
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      expect((await readFrame(bed(), page))?.focus).toBeNull();
      const { x, y } = await middleOf(page, 'Freedom House');
      await page.mouse.move(900, 30);
      await page.mouse.move(x, y);
      await waitForTitle(bed(), page, 'Freedom House');
      await page.keyboard.press('Tab');
      expect((await readFrame(bed(), page))?.focus).not.toBeNull();
    });

    test('Escape in the card gives the focus back', async () => {
      await visit(bed(), page, withFields);
      await openOn(bed(), page, 'Magnitsky Act');
      await page.focus('#after');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await waitForNoHost(page);
      expect(await focusId()).toBe('after');
    });

    test('P11 keys typed in the card never reach the hotkeys of the page', async () => {
      const script =
        "window.keys = []; for (const t of ['keydown', 'keypress', 'keyup']) addEventListener(t, (e) => keys.push(e.key)); document.addEventListener('keydown', (e) => keys.push(e.key), true)";
      await visit(bed(), page, { body: withFields, script });
      await openOn(bed(), page, 'Magnitsky Act');
      await page.keyboard.press('Tab');
      const before = await page.evaluate(() => (window as never as { keys: string[] }).keys.length);
      await page.keyboard.type('jk/');
      await page.keyboard.press('Escape');
      await waitForNoHost(page);
      const typed = await page.evaluate(
        (from) => (window as never as { keys: string[] }).keys.slice(from),
        before,
      );
      expect(typed.filter((key) => 'jk/'.includes(key) || key === 'Escape')).toEqual([]);
    });
  });
});
