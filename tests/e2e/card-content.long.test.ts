import type { Page } from 'puppeteer-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inCard, readMarks } from '../../src/cli/page-view.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import {
  article,
  clickInCard,
  findControl,
  openOn,
  pageHtml,
  readNotice,
  set,
  visit,
  waitForNoHost,
  waitForTitle,
} from './card-page.ts';
import { describeInBrowsers } from './harness.ts';

describeInBrowsers('what the card says', (bed) => {
  let page: Page;
  beforeAll(async () => {
    page = await bed().session.newPage();
  });
  beforeEach(() => set(bed(), { pace: 'fast' }));

  /** The words of the first element of the card that matches; nothing when there is none. */
  const read = async (selector: string) => {
    const [text] = await inCard(
      bed().session,
      page,
      (root, wanted) => {
        const whole = root.querySelector(wanted)?.textContent;
        return whole?.replace(/\s+/g, ' ').trim() ?? null;
      },
      selector,
    );
    return text;
  };
  const markWords = async () => (await readMarks(page)).map(({ text }) => text);

  async function openArticle(): Promise<void> {
    await visit(bed(), page, article);
    await openOn(bed(), page, 'Magnitsky Act');
  }

  test('kind and status, the name, a gloss of at most 240 characters marked as background', async () => {
    await openArticle();
    expect(await read('.kind')).toMatch(/^Law/);
    expect(await read('.status')).toBe('In force since 2012');
    expect(await read('h2')).toBe('Magnitsky Act');
    const [gloss] = await inCard(
      bed().session,
      page,
      (root) => root.querySelector('.gloss')?.firstChild?.textContent?.trim().length,
    );
    expect(gloss).toBeGreaterThan(40);
    expect(gloss).toBeLessThanOrEqual(240);
    expect(await read('.gloss .small')).toContain('Background');
  });

  test('the name that the page used, where it is another', async () => {
    await visit(bed(), page, '<p>The Sergei Magnitsky Rule of Law Accountability Act passed.</p>');
    await openOn(bed(), page, 'Sergei Magnitsky Rule of Law Accountability Act');
    expect(await read('.standing')).toBe('Here as “Sergei Magnitsky Rule of Law Accountability Act”');
  });

  test('both sides in sight without a press, each with author, outlet, year and its paragraph', async () => {
    await openArticle();
    const [sides] = await inCard(bed().session, page, (root) => {
      const floor = root.querySelector('footer')?.getBoundingClientRect().top ?? 0;
      return [...root.querySelectorAll('.dispute .positions > li')].map((side) => ({
        isSeen: side.getBoundingClientRect().bottom <= floor,
        byline: side.querySelector('.byline')?.textContent ?? '',
        link: side.querySelector('a')?.href ?? '',
        opensApart: side.querySelector('a')?.target === '_blank' && side.querySelector('a')?.rel,
      }));
    });
    expect(sides).toHaveLength(2);
    for (const side of sides ?? []) {
      expect(side).toMatchObject({ isSeen: true, opensApart: 'noopener noreferrer' });
      expect(side.byline).toMatch(/\w+ \w+.*, in .*, (19|20)\d\d\s¶\d+/);
      expect(side.link).toMatch(/^https:.*#:~:text=/);
    }
  });

  test.each([
    ['The Kremlin in its anger over the Magnitsky Act banned adoptions.', 'Does the Kremlin’s anger show'],
    ['The Magnitsky Act lets allies in Europe join.', 'Can the United States penalise'],
  ])('“%s” has the question first that its words are about', async (text, question) => {
    await visit(bed(), page, `<p>${text}</p>`);
    await openOn(bed(), page, 'Magnitsky Act');
    expect(await read('.dispute h4')).toContain(question);
  });

  test('how many sources stand where, silence counted', async () => {
    await openArticle();
    expect(await read('.tally')).toMatch(/\d.*argues? (yes|no).*does not say|do not say/);
  });

  test('a question to which one source alone speaks says so', async () => {
    await visit(bed(), page, '<p>The Jackson-Vanik amendment.</p>');
    await openOn(bed(), page, 'Jackson-Vanik amendment');
    expect(await read('section.dispute h3')).toBe('Only one source here speaks to this');
  });

  test('unfolded: further claims, and claim, objection, reply in their order', async () => {
    await openArticle();
    await clickInCard(bed(), page, 'Replies');
    await waitFor('the exchange', () => read('.exchange'));
    const [steps] = await inCard(bed().session, page, (root) =>
      [...root.querySelectorAll('.exchange')].map((each) => each.querySelectorAll('li').length),
    );
    expect(steps?.every((count) => count >= 2 && count <= 3)).toBe(true);
  });

  describe('since this page was written', () => {
    const json =
      '<script type="application/ld+json">{"@type":"Article","datePublished":"2013-01-11"}</script>';
    const cases = [
      ['its own data', '/data', json + article, 'Date from the page’s own data.'],
      [
        'a meta element',
        '/meta',
        `<meta property="article:published_time" content="2013-01-11">${article}`,
        'Date from the page’s own data.',
      ],
      [
        'a printed time',
        '/time',
        `<article><header><time datetime="2013-01-11">then</time></header>${article}</article>`,
        'Date as printed on the page.',
      ],
      ['its address', '/news/2013/01/11/report', article, 'Date from the page’s address.'],
    ] as const;

    test.each(cases)('dated by %s', async (_name, path, body, said) => {
      const url = bed().site.put(path, pageHtml({ body }));
      await page.mouse.move(2, 2);
      await page.goto(url);
      await openOn(bed(), page, 'Magnitsky Act');
      expect(await read('.since h3')).toMatch(/^Since this page was written, .*2013/);
      expect(await read('.since > .small')).toBe(said);
      const [dates] = await inCard(bed().session, page, (root) =>
        [...root.querySelectorAll('.since time')].map((time) => time.getAttribute('datetime') ?? ''),
      );
      expect(dates?.length).toBeGreaterThan(0);
      expect(dates?.every((date) => date >= '2013')).toBe(true);
    });

    test('a page without a date has the whole course, and no such claim', async () => {
      await openArticle();
      expect(await read('.since')).toBeUndefined();
      expect(await read('.timeline')).toMatch(/\d/);
    });
  });

  describe('copying', () => {
    const formats = [
      ['Plain text', /\S+.*20\d\d/],
      ['Markdown', /^- .*\*/],
      ['BibTeX', /^@misc\{/],
      ['CSL-JSON', /^\[\s*\{/],
    ] as const;

    test.each(formats)('%s', async (name, form) => {
      await visit(
        bed(),
        page,
        `${article}<textarea style="position:absolute;left:900px;top:600px"></textarea>`,
      );
      await openOn(bed(), page, 'Magnitsky Act');
      await clickInCard(bed(), page, 'Cite');
      await clickInCard(bed(), page, name);
      expect(await waitFor('the notice', () => readNotice(bed(), page))).toContain('Copied');
      await page.mouse.click(920, 610);
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
      const pasted = await waitFor('the pasted text', () =>
        page.evaluate(() => document.querySelector('textarea')?.value),
      );
      expect(pasted).toMatch(form);
      if (name === 'CSL-JSON') expect(JSON.parse(pasted).length).toBeGreaterThan(0);
    });
  });

  describe('why this match', () => {
    const cases = [
      [
        'one of its names',
        '<p>The Magnitsky Act.</p>',
        'Magnitsky Act',
        '“Magnitsky Act” is one of its names.',
      ],
      [
        'what stands near it',
        '<p>The American Security Project (ASP) wrote. The ASP went on.</p>',
        'ASP',
        '“ASP” stands near “American Security Project”.',
      ],
      [
        'a surname whose owner the page names',
        '<p>Vladimir Putin spoke.</p><h2>Later</h2><p>It was Putin who signed.</p>',
        'Putin',
        'This page names “Vladimir Putin” in full, and “Putin” is the surname.',
      ],
    ] as const;

    test.each(cases)('%s', async (_name, body, mark, why) => {
      await set(bed(), { pace: 'fast', density: 'all' });
      await visit(bed(), page, body);
      await openOn(bed(), page, mark);
      await clickInCard(bed(), page, 'Why');
      expect(await read('.drawer p')).toBe(why);
    });
  });

  describe('choices', () => {
    test('not this meaning: the mark goes, and undo brings it back', async () => {
      await openArticle();
      await clickInCard(bed(), page, 'Why');
      await clickInCard(bed(), page, 'Not this meaning');
      await waitFor('the mark to go', async () => !(await markWords()).includes('Magnitsky Act'));
      await clickInCard(bed(), page, 'Undo');
      await waitFor('the mark to come back', async () => (await markWords()).includes('Magnitsky Act'));
    });

    test('not this meaning is kept for the next page, and for this spelling alone', async () => {
      await set(bed(), { pace: 'fast', density: 'all' });
      const both = '<p>The Magnitsky Act.</p><h2>More</h2><p>The Magnitsky Law.</p>';
      await visit(bed(), page, both);
      await openOn(bed(), page, 'Magnitsky Act');
      await clickInCard(bed(), page, 'Why');
      await clickInCard(bed(), page, 'Not this meaning');
      await findControl(bed(), page, 'Undo');
      await visit(bed(), page, both);
      await waitFor('a mark', async () => (await markWords()).length > 0);
      expect(await markWords()).toEqual(['Magnitsky Law']);
    });

    test('a mute is kept for the next page', async () => {
      await openArticle();
      await clickInCard(bed(), page, 'Why');
      await clickInCard(bed(), page, 'Mute');
      await findControl(bed(), page, 'Undo');
      await visit(bed(), page, article);
      await waitFor('other marks', async () => (await markWords()).length > 0);
      expect(await markWords()).not.toContain('Magnitsky Act');
    });

    test('the focus stays in the row when its drawer closes', async () => {
      await openArticle();
      await clickInCard(bed(), page, 'Why');
      await clickInCard(bed(), page, 'Mute');
      await findControl(bed(), page, 'Undo');
      const [focus] = await inCard(bed().session, page, (root) => root.activeElement?.textContent);
      expect(focus).toBe('Why this?');
      await page.keyboard.press('Escape');
      await waitForNoHost(page);
    });
  });

  test('related terms lead on and on, and back to the first', async () => {
    await openArticle();
    await clickInCard(bed(), page, 'Sergei Magnitsky');
    await waitForTitle(bed(), page, 'Sergei Magnitsky');
    await clickInCard(bed(), page, 'Magnitsky Act');
    await waitForTitle(bed(), page, 'Magnitsky Act');
    await clickInCard(bed(), page, 'Back');
    await waitForTitle(bed(), page, 'Sergei Magnitsky');
    await clickInCard(bed(), page, 'Back');
    await waitForTitle(bed(), page, 'Magnitsky Act');
    const [isOff] = await inCard(
      bed().session,
      page,
      (root) => root.querySelector<HTMLButtonElement>('[aria-label="Back"]')?.disabled,
    );
    expect(isOff).toBe(true);
  });
});
