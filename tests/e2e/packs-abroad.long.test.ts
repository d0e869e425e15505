import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { restPointerOn } from '../../src/cli/pointer.ts';
import { inProject } from '../../src/cli/project.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { compilePackFile } from '../../src/compiler/compile-pack-file.ts';
import { type Bed, describeInBrowsers, waitForCard } from './harness.ts';
import { clearStorage, waitForText } from './own-page.ts';
import { addPack, openOptions, removePack, waitForMarks } from './pack-page.ts';

// Packs in other languages, and what an added pack brings beside marks and cards.

const fixture = (name: string): string =>
  join(import.meta.dirname, '..', 'fixtures', 'packs-by-language', name);

async function build(dir: string): Promise<string> {
  const { built, problems } = await compilePackFile(dir);
  if (!built) throw new Error(problems.map(({ message }) => message).join('\n'));
  return built.text;
}

/** A page in the place of a source's. */
async function serveAt(page: Page, url: string, html: string): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isIt = request.url() === url;
    void request.respond({
      status: isIt ? 200 : 404,
      contentType: 'text/html; charset=utf-8',
      body: isIt ? html : '',
    });
  });
  await page.goto(url);
}

async function askLanding({ session }: Bed, page: Page): Promise<unknown> {
  return session.inExtension(
    async (id) => {
      type Api = { tabs: { sendMessage(id: number, message: object): Promise<unknown> } };
      const { browser, chrome } = globalThis as never as Record<string, Api>;
      return (browser ?? chrome)?.tabs.sendMessage(id, { type: 'landing.query' }).catch(() => null);
    },
    await session.tabId(page),
  );
}

describeInBrowsers('added packs', (bed) => {
  afterEach(async () => {
    await clearStorage(bed());
    for (const page of (await bed().session.browser.pages()).slice(2))
      await page.close().catch(() => undefined);
  });

  test.each([
    [
      'kanal',
      'de',
      'Der Nord-Ostsee-Kanal',
      'Aber Bismarck schwieg am NOK.',
      ['Bismarck', 'NOK'],
      'Reichskanzler bis 1890',
    ],
    [
      ...([
        'transsib',
        'ru',
        'Великий сибирский путь',
        'Но Витте строил Транссиб.',
        ['Витте', 'Транссиб'],
      ] as const),
      'Министр финансов',
    ],
  ] as const)(
    'a pack in another language, from its folder to its card: %s',
    async (name, language, title, text, marks, line) => {
      const { session, site } = bed();
      const page = await openOptions(bed());
      await addPack(page, await build(fixture(name)), title);
      const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>x</title><p style="margin:5em">${text}</p>`;
      const article = await session.newPage(site.put(`/${name}`, html));
      await waitForMarks(article, marks);
      await restPointerOn(article, marks[0]);
      const card = await waitForCard(bed(), article);
      expect(card.text).toContain(line);
      expect(card.text).toContain(title);
      await page.bringToFront();
      await removePack(page);
    },
  );

  test('the page of an added pack’s source shows what others answer, until the pack is gone', async () => {
    const { session } = bed();
    const options = await openOptions(bed());
    await addPack(options, await build(inProject('src', 'cli', 'pack-template')), 'A harbour for Great Bay');
    const article = await session.newPage();
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Build</title><p>The Harbour Act.</p>
      <p>The works will earn back their cost within twenty years.</p>`;
    await serveAt(article, 'https://example.org/build-the-harbour', html);
    await waitForMarks(article, ['Harbour Act', 'earn back their cost']);
    expect(await askLanding(bed(), article)).toEqual({ disputed: 1 });
    await restPointerOn(article, 'earn back their cost');
    const card = await waitForCard(bed(), article);
    expect(card.text).toContain('Doubts that a further port would have anything to ship.');
    expect(card.text).toContain('A harbour for Great Bay');
    await options.bringToFront();
    await removePack(options);
    await waitFor('no marks', async () => (await readMarks(article)).length === 0);
  });

  test('the library finds what an added pack holds', async () => {
    const { session } = bed();
    const options = await openOptions(bed());
    await addPack(options, await build(fixture('kanal')), 'Der Nord-Ostsee-Kanal');
    const library = await session.openExtensionPage('pages/library/library.html#/search/Durchfahrt');
    await waitForText(library, 'Freiheit der Schifffahrt');
    await options.bringToFront();
    await removePack(options);
  });
});
