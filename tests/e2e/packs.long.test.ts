import { afterEach, expect, test } from 'vitest';
import { readMarks } from '../../src/cli/page-view.ts';
import { restPointerOn } from '../../src/cli/pointer.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { plainPack, sealedFile, TELEGRAPH } from '../fixtures/telegraph.ts';
import { describeInBrowsers, listenToPage, waitForCard } from './harness.ts';
import { clearStorage, clickText, expectAccessible, readStorage, textOf, waitForText } from './own-page.ts';
import { addPack, givePack, openOptions, readDatabases, removePack, waitForMarks } from './pack-page.ts';

const ARTICLE = `<!doctype html><html lang="en"><title>Report</title><style>p { width: 600px; margin: 3em }</style>
<p>With Morse code and a straight key one could speak.</p><p>The Magnitsky Act came later.</p></html>`;
const file = sealedFile(plainPack(TELEGRAPH));

describeInBrowsers('packs of one’s own', (bed) => {
  afterEach(async () => {
    await clearStorage(bed());
    for (const page of (await bed().session.browser.pages()).slice(2))
      await page.close().catch(() => undefined);
  });

  test('P55 a pack from a file is shown, kept, found in open pages, switched off and removed without a trace', async () => {
    const { session, site } = bed();
    const article = await session.newPage(site.put('/article', ARTICLE));
    await waitForMarks(article, ['Magnitsky Act']);
    const before = [await readStorage(bed()), await readDatabases(bed())];
    const page = await openOptions(bed());
    const said = listenToPage(page);
    await givePack(page, file);
    await waitForText(page, 'This is the pack');
    const shown = await textOf(page);
    for (const fact of [
      'A school in Bristol',
      'CC0-1.0',
      '3 terms',
      'Morse code · Telegraph key',
      'its hash is right',
    ])
      expect(shown).toContain(fact);
    expect(await readStorage(bed())).toBe(before[0]);
    await expectAccessible(page);
    await clickText(page, '.packs button.main', 'Add this pack');
    await waitForText(page, '“The telegraph” was added.');
    await expectAccessible(page);
    await article.bringToFront();
    await waitForMarks(article, ['Morse code', 'straight key', 'Magnitsky Act']);
    await restPointerOn(article, 'straight key');
    const card = await waitForCard(bed(), article);
    expect(card.text).toContain('Telegraph key');
    expect(card.text).toContain(
      'From “The telegraph” by A school in Bristol, a pack that you added (telegraph.json).',
    );
    await article.mouse.move(5, 5);
    await page.bringToFront();
    await clickText(page, '.packs .added .choice', 'The telegraph');
    await waitForMarks(article, ['Magnitsky Act']);
    await clickText(page, '.packs .added .choice', 'The telegraph');
    await waitForMarks(article, ['Morse code', 'straight key', 'Magnitsky Act']);
    await removePack(page);
    await waitForMarks(article, ['Magnitsky Act']);
    // Storage is what it was before, byte for byte.
    expect([await readStorage(bed()), await readDatabases(bed())]).toEqual(before);
    expect(said).toEqual([]);
  });

  test('P61 a pack that cannot be read is named, the others work on, and it can be removed or added again', async () => {
    const { session, site } = bed();
    const before = [await readStorage(bed()), await readDatabases(bed())];
    let page = await openOptions(bed());
    // Not the file of the other tests, whose names the background may still know.
    const wires = sealedFile(plainPack(TELEGRAPH, { version: '2' }));
    await addPack(page, wires, 'The telegraph');
    for (const id of ['buoys', 'beacons']) {
      const terms = [{ id: 'one', label: `Station ${id}` }];
      await addPack(page, sealedFile(plainPack(terms, { id, title: `About ${id}` })), `About ${id}`);
    }
    await page.close();
    await session.inExtension(damagePacks, ['buoys', 'wires']);
    page = await openOptions(bed());
    await waitForText(page, '“About buoys” can’t be read. Remove it, or add it again.');
    await waitForText(page, '“The telegraph” can’t be read. Remove it, or add it again.');
    expect(await textOf(page)).not.toContain('“About beacons” can’t');
    await expectAccessible(page);
    const html = `${ARTICLE}<p>Station beacons and station buoys.</p>`;
    const article = await session.newPage(site.put('/damaged', html));
    await waitForMarks(article, ['Magnitsky Act', 'Station beacons']);
    await page.bringToFront();
    await addPack(page, wires, 'The telegraph');
    await waitFor('it to be whole', async () => !(await textOf(page)).includes('“The telegraph” can’t'));
    await clickText(page, '.packs .damaged button', 'Remove');
    await waitForText(page, '“About buoys” was removed');
    expect(await textOf(page)).not.toContain('can’t be read');
    await article.bringToFront();
    await waitForMarks(article, ['Morse code', 'straight key', 'Magnitsky Act', 'Station beacons']);
    await page.bringToFront();
    await removePack(page);
    await waitForText(page, '“The telegraph” was removed');
    await removePack(page);
    await waitForText(page, '“About beacons” was removed');
    expect([await readStorage(bed()), await readDatabases(bed())]).toEqual(before);
  });

  test('P62 a database as an earlier version made it is brought up to date, and packs are kept in it', async () => {
    const { session, site } = bed();
    await session.inExtension(makeEarlierDatabase);
    const page = await openOptions(bed());
    await addPack(page, file, 'The telegraph');
    const article = await session.newPage(site.put('/article', ARTICLE));
    await waitForMarks(article, ['Morse code', 'straight key', 'Magnitsky Act']);
    await page.bringToFront();
    await removePack(page);
    expect(await readDatabases(bed())).toBe('');
  });

  test('P53 a pack that names our terms stands behind them, and says whose it is', async () => {
    const { session, site } = bed();
    const page = await openOptions(bed());
    const ours = [
      { id: 'act', label: 'Magnitsky Act' },
      { id: 'longer', label: 'The Magnitsky Act came later' },
    ];
    await addPack(page, sealedFile(plainPack(ours, { title: 'Another view' })), 'Another view');
    const article = await session.newPage(site.put('/article', ARTICLE));
    await waitForMarks(article, ['Magnitsky Act']);
    await waitFor('the other pack', async () => {
      await article.mouse.move(5, 5);
      await restPointerOn(article, 'Magnitsky Act');
      return (await waitForCard(bed(), article)).text.includes('Other packs on these words');
    });
    const card = await waitForCard(bed(), article);
    expect(card.text).toContain('Another view, A school in Bristol');
    expect(card.text).not.toContain('a pack that you added');
    await page.bringToFront();
    await removePack(page);
  });

  test('P53 a pack that passes for ours is refused, and nothing is kept', async () => {
    const page = await openOptions(bed());
    const before = [await readStorage(bed()), await readDatabases(bed())];
    for (const fields of [{ id: 'human-rights-sanctions' }, { publisher: 'Sіdelight' }]) {
      await givePack(page, sealedFile(plainPack(TELEGRAPH, fields)));
      await waitForText(page, 'it passes for a pack that comes with Sidelight');
    }
    expect([await readStorage(bed()), await readDatabases(bed())]).toEqual(before);
  });

  test('P46 a broken pack is refused with each fault and its place', async () => {
    const page = await openOptions(bed());
    await givePack(page, sealedFile(plainPack(TELEGRAPH, { version: 7, licence: '' })));
    await waitForText(page, 'breaks the rules of the format');
    expect(await textOf(page)).toMatch(/version: .*\nlicence: |licence: .*\nversion: /);
    await givePack(page, file.slice(0, 300));
    await waitForText(page, 'no pack, or it is cut short');
    await givePack(page, file.replace('Bristol', 'Boston'));
    await waitForText(page, 'somebody or something has changed the file');
    await expectAccessible(page);
  });

  test('a later version shows what changed before it is taken, and is undone', async () => {
    const page = await openOptions(bed());
    await addPack(page, file, 'The telegraph');
    const later = plainPack([...TELEGRAPH.slice(1), { id: 'relay', label: 'Telegraph relay' }], {
      version: '2',
    });
    await givePack(page, sealedFile(later));
    await waitForText(page, 'takes the place of the one you have');
    const shown = await textOf(page);
    expect(shown).toMatch(/Terms: new \(1\)\s+Telegraph relay/);
    expect(shown).toMatch(/Terms: gone \(1\)\s+Morse code/);
    await clickText(page, '.packs button.main', 'Take this version');
    await waitForText(page, 'Version 1 gave way to version 2.');
    await clickText(page, '.packs .update button', 'What changed');
    await waitForText(page, 'Telegraph relay');
    await expectAccessible(page);
    await clickText(page, '.packs .update button', 'Undo the update');
    await waitForText(page, 'is at version 1 again');
    await removePack(page);
  });

  test('the pack that comes with Sidelight is switched on in the same list, and taken off again', async () => {
    const { session, site } = bed();
    const page = await openOptions(bed());
    await clickText(page, '.packs .choice', 'The telegraph and its doubters');
    await waitForText(page, 'comes with Sidelight');
    const article = await session.newPage(
      site.put('/morse', '<!doctype html><title>x</title><p>Samuel Morse and the Magnitsky Act.</p>'),
    );
    await waitForMarks(article, ['Samuel Morse', 'Magnitsky Act']);
    await page.bringToFront();
    await removePack(page);
    await waitForMarks(article, ['Magnitsky Act']);
    await waitForText(page, 'The telegraph and its doubters');
  });

  test('P49 a large pack comes in beside the page, and stops when told to', async () => {
    const page = await openOptions(bed());
    const before = [await readStorage(bed()), await readDatabases(bed())];
    const terms = Array.from({ length: 20_000 }, (_, at) => ({
      id: `t${at}`,
      label: `Signal station ${at}`,
    }));
    const large = sealedFile(plainPack(terms, { title: 'Stations' }));
    await page.evaluate(() => {
      const watched = globalThis as { longest?: number; last?: number };
      watched.last = performance.now();
      setInterval(() => {
        const now = performance.now();
        watched.longest = Math.max(watched.longest ?? 0, now - (watched.last ?? now));
        watched.last = now;
      }, 4);
    });
    // As soon as it is there: a quick machine is done before a pointer has come to it.
    const cancelled = page.evaluate(cancelAtOnce);
    await givePack(page, large);
    await cancelled;
    await waitForText(page, 'Nothing was added.');
    expect([await readStorage(bed()), await readDatabases(bed())]).toEqual(before);
    const start = Date.now();
    await givePack(page, large);
    // Choosing the file is the test's own work.
    await page.evaluate(() => Object.assign(globalThis, { longest: 0, last: performance.now() }));
    await waitFor('the preview', () => page.$('.packs .preview button.main'), 60_000);
    const tookMs = Date.now() - start;
    await page.click('.packs .preview button.main');
    await waitForText(page, '“Stations” was added.');
    const longestMs = await page.evaluate(() => (globalThis as { longest?: number }).longest ?? 0);
    expect(longestMs).toBeLessThan(Math.max(200, tookMs / 4));
    await removePack(page);
  });

  test('by keyboard alone: the order of two packs, and a pack removed', async () => {
    const page = await openOptions(bed());
    await addPack(page, file, 'The telegraph');
    const other = plainPack([{ id: 'x', label: 'Optical telegraph' }], { id: 'optical', title: 'Optical' });
    await addPack(page, sealedFile(other), 'Optical');
    const order = () =>
      page.$$eval('.packs .added > li .choice', (all) =>
        all.map((one) => one.textContent?.trim().split(' ')[0]),
      );
    const press = async (label: string): Promise<void> => {
      await page.focus(`button[aria-label="${label}"]`);
      await page.keyboard.press('Enter');
    };
    await press('Up: Optical');
    await waitFor('the new order', async () => (await order()).join() === 'Optical,The');
    await press('Remove Optical');
    await waitFor('the question', () => page.$('.packs .added button.main'));
    await page.keyboard.press('Enter');
    await waitFor('one pack less', async () => (await order()).join() === 'The');
    await removePack(page);
  });

  const payloads = [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '"><svg onload=alert(1)>',
    '{{constructor.constructor("alert(1)")()}}',
    'javascript:alert(1)',
    '<a href="javascript:alert(1)">x</a>',
    '$1 $& __MSG_x__',
  ];

  test('P43 what looks like markup is shown as text in card, panel, library and options', async () => {
    const { session, site } = bed();
    const page = await openOptions(bed());
    const dialogs: string[] = [];
    const terms = payloads.map((text, at) => ({
      ...{
        id: `p${at}`,
        label: text.slice(0, 48),
        aliases: [`signal lamp ${at} x`],
        gloss: text,
        kindLine: text,
      },
    }));
    const nasty = plainPack(terms, { title: payloads[0], publisher: payloads[2], description: payloads[1] });
    await givePack(page, sealedFile(nasty));
    await waitForText(page, 'This is the pack');
    expect(await textOf(page)).toContain(payloads[1]);
    await addPack(page, sealedFile(nasty), payloads[0] ?? '');
    const article = await session.newPage(
      site.put('/lamps', `<!doctype html><title>x</title><p>The signal lamp 0 x and signal lamp 5 x.</p>`),
    );
    await waitForMarks(article, ['signal lamp 0 x', 'signal lamp 5 x']);
    await restPointerOn(article, 'signal lamp 0 x');
    const card = await waitForCard(bed(), article);
    const tab = await session.tabId(article);
    const panel = await session.openExtensionPage(`pages/panel/panel.html?tab=${tab}`);
    const library = await session.openExtensionPage('pages/library/library.html#/terms');
    for (const own of [page, panel, library]) own.on('dialog', (dialog) => dialogs.push(dialog.message()));
    await waitForText(panel, payloads[0] ?? '');
    await waitForText(library, payloads[0] ?? '');
    expect(card.text).toContain(payloads[0]);
    expect(card.html).not.toMatch(/<img|<script|<svg onload|href="javascript/i);
    for (const own of [page, panel, library]) {
      const found = await own.evaluate(
        () =>
          document.querySelectorAll('img, script:not([src]), [onload], [onerror], a[href^="javascript"]')
            .length,
      );
      expect(found).toBe(0);
    }
    expect(dialogs).toEqual([]);
    expect((await readMarks(article)).length).toBe(2);
    await page.bringToFront();
    await removePack(page);
  });
});

/** Presses the button that stops what is under way once there is one; in the page. */
function cancelAtOnce(): Promise<void> {
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      const button = document.querySelector<HTMLButtonElement>('.packs .working button');
      if (!button) return;
      watch.disconnect();
      button.click();
      resolve();
    });
    watch.observe(document.body, { subtree: true, childList: true });
  });
}

/** Without the list, which was kept elsewhere then. */
async function makeEarlierDatabase(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('packs', 1);
    opening.onupgradeneeded = () => {
      for (const store of ['heads', 'terms', 'names', 'keys', 'addresses', 'files'])
        opening.result.createObjectStore(store);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  db.close();
}

/** Spoils what the list says of one pack, and takes the names and terms of another out. */
async function damagePacks([inList, inParts]: readonly string[]): Promise<void> {
  type Entry = { readonly id: string; readonly now: { readonly content: string } };
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('packs');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const all = db.transaction(['list', 'names', 'terms'], 'readwrite');
  const done = new Promise((resolve) => {
    all.oncomplete = resolve;
  });
  const reading: IDBRequest<{ packs: readonly Entry[] }> = all.objectStore('list').get('list');
  reading.onsuccess = () => {
    const { packs } = reading.result;
    const spoilt = packs.map((pack) => (pack.id === inList ? { ...pack, on: 'perhaps' } : pack));
    all.objectStore('list').put({ ...reading.result, packs: spoilt }, 'list');
    const { content = '' } = packs.find(({ id }) => id === inParts)?.now ?? {};
    all.objectStore('names').put('spoilt', content);
    all.objectStore('terms').delete([content, 0]);
  };
  await done;
  db.close();
}
