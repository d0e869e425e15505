import { existsSync, readdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, test } from 'vitest';
import { waitForMentions } from '../../src/cli/ask-page.ts';
import { goTo } from '../../src/cli/go-to.ts';
import { readMarks } from '../../src/cli/page-view.ts';
import { restPointerOn } from '../../src/cli/pointer.ts';
import { inProject } from '../../src/cli/project.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { describeInBrowsers, keepScreen, listenToPage, waitForCard, waitForNoCard } from './harness.ts';

// Third parties' pages, beside the project where someone has put them; never part of it.
const dir = inProject('..', 'shared', 'pages');
const here = existsSync(dir) ? readdirSync(dir) : [];

/** Pages that name terms of the corpus, and some that each must be found on. */
const expected: readonly (readonly [file: string, labels: readonly string[]])[] = [
  ['readability_wapo-2.html', ['Vladimir Putin', 'Barack Obama', 'US Congress']],
  ['readability_nytimes-1.html', ['Barack Obama', 'Sanctions relief']],
  ['postlight_abcnews.go.com.html', ['Vladimir Putin', 'The Kremlin', 'US State Department']],
  ['postlight_www.nytimes.com--recent.html', ['Vladimir Putin', 'US State Department', 'Economic sanctions']],
  ['postlight_www.bloomberg.com.html', ['Vladimir Putin', 'Joe Biden']],
  ['postlight_www.rawstory.com.html', ['Vladimir Putin']],
];

/** Pages on whose own text a card is opened, and the words of the mark. */
const opening: readonly (readonly [file: string, words: string])[] = [
  ['postlight_abcnews.go.com.html', 'Kremlin'],
];

/** Pages that name none: a mark there would be wrong. */
const silent: readonly string[] = [
  'postlight_github.com.html',
  'postlight_www.ossnews.jp.html',
  'readability_archive-of-our-own.html',
  'readability_rtl-1.html',
];

describe.skipIf(here.length === 0)('real pages', () => {
  describeInBrowsers('real pages', (bed) => {
    let page: Page;
    let said: string[];
    afterEach(() => page.close());
    const open = async (file: string) => {
      const { session, site } = bed();
      site.putFolder('/pages/', dir);
      page = await session.newPage();
      said = listenToPage(page);
      await goTo(page, site.url(`/pages/${file}`));
    };

    test.each(expected.filter(([file]) => here.includes(file)))('%s names %j', async (file, labels) => {
      await open(file);
      await waitFor(`mentions of ${labels.join(', ')}`, async () => {
        const { mentions } = await waitForMentions(bed().session, page);
        return labels.every((label) => mentions.some((mention) => mention.label === label));
      });
      await waitFor('marks', async () => (await readMarks(page)).length > 0);
      await keepScreen(bed(), page, file.replace('.html', ''));
    });

    const htmlOf = () => page.evaluate(() => document.documentElement.outerHTML);

    test.each(opening.filter(([file]) => here.includes(file)))(
      'P4 %s is as it was once the card of "%s" has closed, and nothing of ours was said',
      async (file, words) => {
        await open(file);
        await waitFor('marks', async () => (await readMarks(page)).length > 0);
        const before = await htmlOf();
        await restPointerOn(page, words);
        await waitForCard(bed(), page);
        await page.keyboard.press('Escape');
        await waitForNoCard(bed(), page);
        await waitFor('the page as it was', async () => (await htmlOf()) === before);
        expect(said.filter((line) => /sidelight|extension:\/\//i.test(line))).toEqual([]);
      },
    );

    test.each(silent.filter((file) => here.includes(file)))('%s names none', async (file) => {
      await open(file);
      await expect(waitForMentions(bed().session, page, 2_000)).rejects.toThrow();
      expect(await readMarks(page)).toEqual([]);
    });
  });
});
