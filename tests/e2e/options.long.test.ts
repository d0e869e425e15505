import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inCard, readMarks } from '../../src/cli/page-view.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { plainPack, sealedFile, TELEGRAPH } from '../fixtures/telegraph.ts';
import { findBox, openOn, pause, restOn } from './card-page.ts';
import { fillStorage } from './full-storage.ts';
import { type Bed, describeInBrowsers } from './harness.ts';
import {
  clearStorage,
  clickText,
  expectAccessible,
  openArticle,
  readStorage,
  storeSettings,
  waitForText,
} from './own-page.ts';
import { addPack } from './pack-page.ts';

const PACK = 'human-rights-sanctions';
const ARTICLE = `<!doctype html><html lang="en"><title>Report</title><style>p { width: 600px }</style>
<h1>What CAATSA did</h1><p>The Magnitsky Act was debated; the Magnitsky Act again.</p>
<h2>History</h2><p>The Magnitsky Act upheld the rule of law.</p></html>`;

const openOptions = ({ session }: Bed): Promise<Page> =>
  session.openExtensionPage('pages/options/options.html');

const markTexts = async (page: Page): Promise<readonly string[]> =>
  (await readMarks(page)).map(({ text }) => text);

const waitForMarks = (page: Page, wanted: readonly string[]): Promise<unknown> =>
  waitFor(`marks on ${wanted.join(', ') || 'nothing'}`, async () => {
    const texts = await markTexts(page);
    return texts.length === wanted.length && texts.every((text, at) => text === wanted[at]);
  });

const usual = ['Magnitsky Act', 'Magnitsky Act'];

interface MarkCase {
  readonly name: string;
  /** Stored before the page is opened. */
  readonly stored?: object;
  readonly before?: readonly string[];
  readonly change: (page: Page) => Promise<unknown>;
  readonly after: readonly string[];
}

const markCases: readonly MarkCase[] = [
  {
    name: 'every mention',
    change: (page) => clickText(page, '.choice', 'Every mention'),
    after: ['Magnitsky Act', 'Magnitsky Act', 'Magnitsky Act'],
  },
  {
    name: 'once a page',
    change: (page) => clickText(page, '.choice', 'Each term once a page'),
    after: ['Magnitsky Act'],
  },
  {
    name: 'minor terms',
    change: (page) => clickText(page, '.choice', 'Minor terms too'),
    after: [...usual, 'rule of law'],
  },
  {
    name: 'headings',
    change: (page) => clickText(page, '.choice', 'In headings too'),
    after: ['CAATSA', ...usual],
  },
  { name: 'a site that is added', change: addThisSite, after: [] },
  {
    name: 'a site that is taken off',
    stored: { offSites: ['127.0.0.1'] },
    before: [],
    change: (page) => page.click('button[aria-label="Remove 127.0.0.1"]'),
    after: usual,
  },
  {
    name: 'only on chosen sites',
    change: (page) => clickText(page, '.choice', 'Only on sites'),
    after: [],
  },
  {
    name: 'a site that is chosen',
    stored: { sites: 'only' },
    before: [],
    change: addThisSite,
    after: usual,
  },
  {
    name: 'a muted term that is let in again',
    stored: { muted: [`${PACK}/magnitsky-act`] },
    before: [],
    change: (page) => clickWhenThere(page, 'button[aria-label="Remove Magnitsky Act"]'),
    after: usual,
  },
  {
    name: 'a meaning that is let in again',
    stored: { notThis: [`${PACK}/magnitsky-act|magnitsky act`] },
    before: [],
    change: (page) =>
      clickWhenThere(page, 'button[aria-label="Remove “magnitsky act” is not Magnitsky Act"]'),
    after: usual,
  },
];

/** Names of terms come with their packs. */
async function clickWhenThere(page: Page, selector: string): Promise<void> {
  const found = await waitFor(selector, () => page.$(selector));
  await found.click();
}

async function addThisSite(page: Page): Promise<void> {
  await page.type('input[name=site]', 'http://127.0.0.1/page');
  await page.keyboard.press('Enter');
}

/** What the open card tells of how it is drawn. */
function lookOf({ session }: Bed, page: Page): Promise<readonly Record<string, string | undefined>[]> {
  return inCard(session, page, (root) => {
    const card = root.querySelector<HTMLElement>('.card');
    return {
      theme: card?.dataset['theme'] ?? '',
      lang: card?.lang ?? '',
      scale: card?.style.getPropertyValue('--scale') ?? '',
      breadth: card?.style.getPropertyValue('--breadth') ?? '',
    };
  });
}

/** Moves the slider of that name one step up. */
async function nudge(page: Page, label: string): Promise<void> {
  const id = await page.evaluate(
    (words) => [...document.querySelectorAll('label')].find((each) => each.textContent === words)?.htmlFor,
    label,
  );
  await page.focus(`[id="${id}"]`);
  await page.keyboard.press('ArrowRight');
}

const lookCases: readonly (readonly [string, (page: Page) => Promise<unknown>, object])[] = [
  ['dark', (page) => clickText(page, '.choice', 'Dark'), { theme: 'dark' }],
  ['larger type', (page) => nudge(page, 'Size of the type'), { scale: '1.1' }],
  ['a wider card', (page) => nudge(page, 'Width of the card'), { breadth: '1.1' }],
  ['German', (page) => page.select('select', 'de'), { lang: 'de' }],
];

describeInBrowsers('options', (bed) => {
  test.each(markCases)('$name: an open tab follows at once', async (one) => {
    await clearStorage(bed());
    await openTab(bed(), one, async (article) => {
      const page = await openOptions(bed());
      await waitForText(page, 'Every mention');
      await one.change(page);
      await waitForMarks(article, one.after);
      await page.close();
    });
  });

  test('no pack, and nothing is marked; the pack again, and all is', async () => {
    await clearStorage(bed());
    await openTab(bed(), { before: usual }, async (article) => {
      await storeSettings(bed(), { packsOff: [PACK] });
      await waitForMarks(article, []);
      await storeSettings(bed(), {});
      await waitForMarks(article, usual);
    });
  });

  test.each(lookCases)('%s: the card in an open tab follows at once', async (_, change, look) => {
    await clearStorage(bed());
    const { article } = await openArticle(bed(), ARTICLE, '/look');
    await article.bringToFront();
    // Opened before, so that what was kept of it is seen to follow too.
    await openOn(bed(), article, 'Magnitsky Act');
    expect(await lookOf(bed(), article)).toMatchObject([{ lang: 'en', scale: '1', breadth: '1' }]);
    const page = await openOptions(bed());
    await waitForText(page, 'Every mention');
    await change(page);
    await page.close();
    await article.bringToFront();
    await article.mouse.move(2, 2);
    await openOn(bed(), article, 'Magnitsky Act');
    await waitFor('the card to look so', async () => {
      const [seen] = await lookOf(bed(), article);
      return seen && Object.entries(look).every(([name, value]) => seen[name] === value);
    });
    await article.close();
  });

  test('a card that stays open is drawn anew, in the language and type just chosen', async () => {
    await clearStorage(bed());
    const { article } = await openArticle(bed(), ARTICLE, '/open-card');
    await article.bringToFront();
    await openOn(bed(), article, 'Magnitsky Act');
    await storeSettings(bed(), { language: 'de', appearance: 'dark', fontSize: 150 });
    await waitFor('the open card to follow', async () => {
      const [seen] = await lookOf(bed(), article);
      return seen?.['lang'] === 'de' && seen['theme'] === 'dark' && seen['scale'] === '1.5';
    });
    await article.close();
  });

  test('by key only: the pointer opens nothing; at the fast pace again it does', async () => {
    await clearStorage(bed());
    const { article } = await openArticle(bed(), ARTICLE, '/pace');
    const page = await openOptions(bed());
    await waitForText(page, 'Every mention');
    await clickText(page, '.choice', 'By key or tap only');
    await article.bringToFront();
    await restOn(article, 'Magnitsky Act');
    await pause(1200);
    expect(await findBox(bed(), article)).toBeUndefined();
    await page.bringToFront();
    await clickText(page, '.choice', 'Fast');
    await article.bringToFront();
    await article.mouse.move(2, 2);
    await openOn(bed(), article, 'Magnitsky Act');
    await article.close();
    await page.close();
  });

  test('P60 a choice that the browser cannot store is said to be lost, and shows as it was', async () => {
    await clearStorage(bed());
    const page = await openOptions(bed());
    await waitForText(page, 'Every mention');
    const empty = await fillStorage(bed(), page);
    try {
      await clickText(page, '.choice', 'Every mention');
      await waitForText(page, 'could not store this');
      expect(await page.$eval('input[value=section]', (input) => (input as HTMLInputElement).checked)).toBe(
        true,
      );
    } finally {
      await empty();
      await page.close();
    }
  });

  test('the page shows its own changes, and those made elsewhere', async () => {
    await clearStorage(bed());
    const page = await openOptions(bed());
    await waitForText(page, 'Every mention');
    await storeSettings(bed(), { appearance: 'dark', offSites: ['example.org'] });
    await waitForText(page, 'example.org');
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await page.select('select', 'fr');
    await waitFor('French', () => page.evaluate(() => document.documentElement.lang === 'fr'));
    await page.close();
  });

  test('what is no site is not taken, and it is said why', async () => {
    await clearStorage(bed());
    const page = await openOptions(bed());
    await waitForText(page, 'Every mention');
    const before = await readStorage(bed());
    await page.type('input[name=site]', 'not a site');
    await page.keyboard.press('Enter');
    await waitForText(page, 'Write it like example.org');
    expect(await readStorage(bed())).toBe(before);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('site');
    await page.close();
  });

  test('storage use is the size of what is stored, and follows it', async () => {
    await clearStorage(bed());
    const page = await openOptions(bed());
    await waitForText(page, 'Stored in this browser');
    const shown = () =>
      page.evaluate(() =>
        Number(/this browser: ([\d,]+)/.exec(document.body.innerText)?.[1]?.replace(',', '')),
      );
    const before = await shown();
    await storeSettings(bed(), { offSites: ['a'.repeat(200)] });
    await waitFor('a larger number', async () => (await shown()) > before + 200);
    await page.close();
  });

  test('save, reset, take over: all that is stored comes back byte for byte', async () => {
    await clearStorage(bed());
    await storeSettings(bed(), everyField);
    const page = await openOptions(bed());
    await waitForText(page, 'пример.рф');
    await expectAccessible(page);
    // The options page itself writes the whole of it, in its own order.
    await page.click('button[aria-label="Remove removed.example"]');
    await waitFor('the entry to go', async () => !(await readStorage(bed())).includes('removed.example'));
    const stored = await readStorage(bed());
    const file = await page.evaluate(catchDownload);
    await clickText(page, 'button', 'Reset everything');
    await waitForText(page, 'from all to section');
    await expectAccessible(page);
    await clickText(page, 'button.main', 'Reset');
    await waitForText(page, 'as it was after installing');
    expect(await readStorage(bed())).not.toBe(stored);
    await giveFile(page, file);
    await waitForText(page, '2 added');
    expect(await readStorage(bed())).not.toBe(stored);
    await clickText(page, 'button.main', 'Take it over');
    await waitForText(page, 'The file was taken over.');
    expect(await readStorage(bed())).toBe(stored);
    expect(await page.evaluate(catchDownload)).toBe(file);
    await page.close();
  });

  test('packs go out and in with the settings, byte for byte; a file with a damaged pack changes nothing', async () => {
    await clearStorage(bed());
    const page = await openOptions(bed());
    const plain = ours('{}').replace(/}$/, ',"packs":[],"files":{}}');
    // One that comes with Sidelight, and one from a file.
    await clickText(page, '.choice', 'telegraph');
    await waitFor('the pack', () => page.$('.added li'));
    await addPack(page, sealedFile(plainPack(TELEGRAPH)), 'The telegraph');
    await clickText(page, '.choice', 'Every mention');
    await waitFor('the choice', async () => (await readStorage(bed())).includes('"density":"all"'));
    const stored = await readStorage(bed());
    const file = await page.evaluate(catchDownload);
    await giveFile(page, file.replace(/("[0-9a-f]{64}": "H4s.{40})..../, '$1AAAA'));
    await waitForText(page, 'Nothing has changed.');
    expect(await page.$('.preview')).toBeNull();
    expect(await readStorage(bed())).toBe(stored);
    await giveFile(page, plain);
    await waitForText(page, '2 removed');
    await clickText(page, 'button', 'Leave it as it is');
    await clickText(page, 'button', 'Reset everything');
    await waitForText(page, '2 removed');
    await clickText(page, 'button.main', 'Reset');
    await waitFor('the pack to go', async () => (await page.$('.added li')) === null);
    expect(await readStorage(bed())).not.toContain('packsLook');
    await giveFile(page, file);
    await waitForText(page, '2 added');
    await clickText(page, 'button.main', 'Take it over');
    await waitForText(page, 'The file was taken over.');
    await waitFor('the pack again', () => page.$('.added li'));
    // The stamp says that the list was put there anew.
    const stampless = (text: string): string => text.replace(/"stamp":"[^"]*"/g, '');
    expect(stampless(await readStorage(bed()))).toBe(stampless(stored));
    expect(await page.evaluate(catchDownload)).toBe(file);
    const library = await bed().session.openExtensionPage('pages/library/library.html#/search/morse');
    await waitForText(library, 'Morse code');
    await library.close();
    await clickText(page, 'button', 'Reset everything');
    await clickText(page, 'button.main', 'Reset');
    await waitFor('the pack to go', async () => (await page.$('.added li')) === null);
    await page.close();
  });

  test('a preview that is left changes nothing', async () => {
    await clearStorage(bed());
    await storeSettings(bed(), everyField);
    const stored = await readStorage(bed());
    const page = await openOptions(bed());
    await clickText(page, 'button', 'Reset everything');
    await clickText(page, 'button', 'Leave it as it is');
    await giveFile(page, ours('{"pace":"fast"}'));
    await waitForText(page, 'from calm to fast');
    await clickText(page, 'button', 'Leave it as it is');
    expect(await readStorage(bed())).toBe(stored);
    await page.close();
  });

  test.each(badFiles)(
    'P46 P48 a file that is %s changes not one byte and says why',
    async (_, file, reason) => {
      await clearStorage(bed());
      await storeSettings(bed(), everyField);
      const stored = await readStorage(bed());
      const page = await openOptions(bed());
      await waitForText(page, 'Every mention');
      await giveFile(page, ...file);
      await waitForText(page, reason);
      await waitForText(page, 'Nothing has changed.');
      expect(await page.$('.preview')).toBeNull();
      expect(await readStorage(bed())).toBe(stored);
      await page.close();
    },
  );
});

/** Nothing in it is a default. */
const everyField = {
  on: false,
  pace: 'calm',
  density: 'all',
  showMinor: true,
  markHeadings: true,
  appearance: 'dark',
  fontSize: 130,
  cardWidth: 120,
  language: 'en',
  sites: 'except',
  offSites: ['removed.example', 'news.example.org', 'пример.рф'],
  onlySites: ['example.com'],
  muted: [`${PACK}/caatsa`],
  notThis: [`${PACK}/magnitsky-act|“the act” | \u202e`],
  packsOff: ['another-pack'],
};

const ours = (settings: string, format = 1): string =>
  `{"type":"sidelight-settings","format":${format},"settings":${settings}}`;

type GivenFile = readonly [text: string, times?: number];

const badFiles: readonly (readonly [string, GivenFile, string])[] = [
  ['cut off', [ours('{"pace":"fast"}').slice(0, -9)], 'This file is damaged'],
  ['empty', [''], 'This file is damaged'],
  ['of bytes that are no text', ['\uFFFD\u0000\u0001'], 'This file is damaged'],
  ['of another program', ['{"type":"bookmarks","format":1}'], 'no settings file of Sidelight'],
  ['newer', [ours('{"pace":"fast"}', 2)], 'newer version of Sidelight'],
  ['huge', [`${ours('{"pace":"fast"}')}${' '.repeat(100_000)}`, 650], 'far larger than any settings file'],
  ['good but for one field', [ours('{"pace":"fast","fontSize":9000}')], 'no setting: fontSize'],
  ['good but for one more field', [ours('{"pace":"fast","script":"x"}')], 'no setting: script'],
  ['reaching into every object', [ours('{"pace":"fast","__proto__":{"on":false}}')], 'holds keys that no'],
  ['nested without end', [`${'['.repeat(50_000)}${']'.repeat(50_000)}`], 'holds keys that no'],
];

async function openTab(
  bed: Bed,
  { stored, before = usual }: Pick<MarkCase, 'stored' | 'before'>,
  use: (article: Page) => Promise<void>,
): Promise<void> {
  if (stored) await storeSettings(bed, stored);
  const { session, site } = bed;
  const article = await session.newPage(site.put('/open-tab', ARTICLE));
  await waitForMarks(article, before);
  await use(article);
  await article.close();
}

/** Clicks "save as a file" and gives what would have been saved. */
async function catchDownload(): Promise<string> {
  const create = URL.createObjectURL;
  const saved = new Promise<Blob>((resolve) => {
    URL.createObjectURL = (blob) => {
      resolve(blob as Blob);
      return create.call(URL, blob);
    };
  });
  [...document.querySelectorAll('button')]
    .find(({ textContent }) => textContent === 'Save as a file')
    ?.click();
  const text = await (await saved).text();
  URL.createObjectURL = create;
  return text;
}

/** Chooses a file of this content so many times over, as the file dialog would. */
function giveFile(page: Page, text: string, times = 1): Promise<void> {
  return page.evaluate(
    (content, count) => {
      const field = document.querySelector<HTMLInputElement>('input[accept^="application/json"]');
      const files = new DataTransfer();
      const parts = Array.from({ length: count }, () => content);
      files.items.add(new File(parts, 'settings.json', { type: 'application/json' }));
      if (!field) throw new Error('no file field');
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    text,
    times,
  );
}
