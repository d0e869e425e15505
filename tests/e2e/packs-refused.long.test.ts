import { afterEach, expect, test } from 'vitest';
import { askPage } from '../../src/cli/ask-page.ts';
import { inCard, readMarks } from '../../src/cli/page-view.ts';
import { restPointerOn } from '../../src/cli/pointer.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { MAX_MARKS } from '../../src/core/density.ts';
import { type PlainTerm, plainPack, sealedFile } from '../fixtures/telegraph.ts';
import { set } from './card-page.ts';
import { describeInBrowsers, waitForCard } from './harness.ts';
import { clearStorage, readStorage, textOf, waitForText } from './own-page.ts';
import { addPack, givePack, openOptions, readDatabases, removePack, waitForMarks } from './pack-page.ts';

// What a pack could do with words alone: mark every line, or turn a line around.
const COMMON = ['people', 'government', 'President', 'for the', 'it'];
const OVERRIDE = '\u202e';
const HIDDEN = '\u200b';

describeInBrowsers('packs whose words deceive', (bed) => {
  afterEach(() => clearStorage(bed()));

  test('P51 a pack of common words is refused with each of them, and nothing is kept', async () => {
    const page = await openOptions(bed());
    const before = [await readStorage(bed()), await readDatabases(bed())];
    await givePack(page, sealedFile(plainPack(COMMON.map((label, at) => ({ id: `word-${at}`, label })))));
    await waitForText(page, 'names.aliases.0: "people"');
    const shown = await textOf(page);
    for (const word of COMMON) expect(shown).toContain(`"${word}"`);
    expect(shown).not.toContain('Add this pack');
    expect([await readStorage(bed()), await readDatabases(bed())]).toEqual(before);
  });

  test('P51 a page that repeats a term of a pack gets a thousand marks at most', async () => {
    const { session, site } = bed();
    const page = await openOptions(bed());
    await addPack(page, sealedFile(plainPack([{ id: 'key', label: 'Telegraph key' }])), 'The telegraph');
    await set(bed(), { density: 'all' });
    const flood = '<p>One telegraph key, another telegraph key.</p>'.repeat(MAX_MARKS);
    const article = await session.newPage(site.put('/flood', `<!doctype html><title>x</title>${flood}`));
    const state = await waitFor('the cap to be told', async () => {
      const answer = await askPage(session, article, { type: 'page.query' });
      return answer.capped ? answer : undefined;
    });
    expect((await readMarks(article)).length).toBe(MAX_MARKS);
    expect(state.mentions.length).toBeGreaterThan(MAX_MARKS);
    await page.bringToFront();
    await removePack(page);
  });

  test.each<[string, Partial<PlainTerm>, string]>([
    ['turns a line around', { label: `Telegraph ${OVERRIDE}yek` }, 'U+202E'],
    ['hides a sign in a name', { aliases: [`tele${HIDDEN}graph`] }, 'U+200B'],
    ['piles signs upon a letter', { gloss: `A ke${'\u0301'.repeat(9)}y.` }, 'piles more than six signs'],
  ])('P52 a pack that %s is refused, and nothing is kept', async (_, fields, said) => {
    const page = await openOptions(bed());
    const before = [await readStorage(bed()), await readDatabases(bed())];
    const term = { id: 'key', label: 'Telegraph key', ...fields };
    await givePack(page, sealedFile(plainPack([term])));
    await waitForText(page, said);
    expect([await readStorage(bed()), await readDatabases(bed())]).toEqual(before);
  });

  test('P52 words that run the other way stay in their own piece of the card', async () => {
    const page = await openOptions(bed());
    const term = { id: 'key', label: 'Telegraph key', gloss: 'מפתח (טלגרף) 1844.', kindLine: 'מפתח' };
    await addPack(page, sealedFile(plainPack([term])), 'The telegraph');
    const { session, site } = bed();
    const article = await session.newPage(
      site.put('/key', '<!doctype html><title>x</title><p style="margin:3em">One telegraph key.</p>'),
    );
    await waitForMarks(article, ['telegraph key']);
    await restPointerOn(article, 'telegraph key');
    await waitForCard(bed(), article);
    const [apart] = await inCard(session, article, (root) =>
      [...root.querySelectorAll('h2, .gloss')].map((part) => {
        const { direction, unicodeBidi } = getComputedStyle(part);
        return { is: part.localName, direction, unicodeBidi };
      }),
    );
    expect(apart).toEqual([
      { is: 'h2', direction: 'ltr', unicodeBidi: 'isolate' },
      { is: 'p', direction: 'rtl', unicodeBidi: 'isolate' },
    ]);
    await page.bringToFront();
    await removePack(page);
  });
});
