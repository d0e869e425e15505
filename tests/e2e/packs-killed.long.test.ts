import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firefoxUuid } from '../../src/cli/launch.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import { plainPack, sealedFile, TELEGRAPH } from '../fixtures/telegraph.ts';
import { inFirefoxWindow } from './firefox-window.ts';
import { type Bed, describeInBrowsers } from './harness.ts';
import { clickText, readStorage, waitForText } from './own-page.ts';
import { givePack, openOptions, readDatabases, removePack, waitForMarks } from './pack-page.ts';
import { reachServer, servePacks, trustServer } from './pack-server.ts';

// What works on packs is killed at one moment after the other: the background by the browser's own means, the page that
// imports by closing its tab.

const server = await servePacks();
afterAll(() => server.close());

/** Large enough for the work to take a while, with a name that tells the version. */
function fileOf(version: number, terms = 8_000): string {
  const stations = Array.from({ length: terms }, (_, at) => ({
    id: `s${at}`,
    label: `Signal station ${at}`,
  }));
  const own = { id: 'own', label: `Relay number ${version}` };
  return sealedFile(plainPack([...TELEGRAPH, own, ...stations], { version: String(version) }));
}

async function killBackground({ kind, session }: Bed, page: Page): Promise<void> {
  if (kind === 'firefox') {
    await inFirefoxWindow(
      session,
      async (host) => {
        type Policies = {
          getByHostname(host: string): { extension: { terminateBackground(): Promise<void> } };
        };
        const { WebExtensionPolicy } = globalThis as unknown as { WebExtensionPolicy: Policies };
        await WebExtensionPolicy.getByHostname(host).extension.terminateBackground();
        return null;
      },
      firefoxUuid,
    );
    return;
  }
  const client = await page.createCDPSession();
  await client.send('ServiceWorker.enable');
  await client.send('ServiceWorker.stopAllWorkers');
  await client.detach();
}

interface AlarmsApi {
  readonly alarms: { create(name: string, when: { when: number }): Promise<void> | void };
}

/** The daily look, now. */
const setOffAlarm = ({ session }: Bed): Promise<void> =>
  session.inExtension(async () => {
    const { chrome } = globalThis as unknown as { chrome: AlarmsApi };
    await chrome.alarms.create('pack:wires', { when: Date.now() });
  });

interface Stored {
  readonly packs: readonly {
    readonly id: string;
    readonly now: { readonly version: string; readonly content: string };
    readonly before?: { readonly content: string };
  }[];
}

/** The version in the list, and whether all its contents are there. */
async function readState({ session }: Bed): Promise<readonly [version: string, isWhole: boolean]> {
  return session.inExtension(async () => {
    const none = ['none', true] as const;
    if (!(await indexedDB.databases()).some(({ name }) => name === 'packs')) return none;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('packs');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const find = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const list = await find<Stored | undefined>(db.transaction('list').objectStore('list').get('list'));
    const [pack] = list?.packs ?? [];
    const counts = await Promise.all(
      ['heads', 'names', 'keys'].map((store) =>
        find(
          db
            .transaction(store)
            .objectStore(store)
            .count(pack?.now.content ?? 'none'),
        ),
      ),
    );
    db.close();
    return pack ? ([pack.now.version, counts.every((count) => count === 1)] as const) : none;
  });
}

describeInBrowsers(
  'packs under a killer',
  (bed) => {
    beforeAll(() => trustServer(bed()));

    test('P56 a background that dies at any moment of an update leaves the old version or the new one', async () => {
      const { session, site } = bed();
      const page = await openOptions(bed());
      const before = [await readStorage(bed()), await readDatabases(bed())];
      server.give(fileOf(1));
      await page.type('.packs input[name=address]', server.address);
      await page.keyboard.press('Enter');
      await clickText(page, '.packs .preview button.main', 'Add this pack');
      await waitForText(page, 'Look now');
      let version = 1;
      for (const delayMs of [0, 30, 80, 150, 250, 400, 600, 900, 1300]) {
        const { length } = server.asked;
        server.give(fileOf(version + 1));
        await setOffAlarm(bed());
        await waitFor('the address to be asked', () => server.asked.length > length, 90_000);
        await sleep(delayMs);
        await killBackground(bed(), page);
        const [now, isWhole] = await readState(bed());
        expect([now === String(version) || now === String(version + 1), isWhole]).toEqual([true, true]);
        version = Number(now);
        const article = await session.newPage(
          site.put(
            `/relay-${delayMs}`,
            `<!doctype html><title>x</title><p>Relay number ${version} here.</p>`,
          ),
        );
        await waitForMarks(article, [`Relay number ${version}`]);
        await article.close();
      }
      // The download itself is cut in the middle.
      server.answer((response) => {
        const text = fileOf(version + 1);
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': String(text.length),
        });
        response.write(text.slice(0, text.length / 2));
      });
      const { length } = server.asked;
      await setOffAlarm(bed());
      await waitFor('the address to be asked', () => server.asked.length > length, 90_000);
      await killBackground(bed(), page);
      expect(await readState(bed())).toEqual([String(version), true]);
      // Left alone, the next look takes the later version.
      server.give(fileOf(version + 1));
      await setOffAlarm(bed());
      await waitFor(
        'the later version',
        async () => (await readState(bed()))[0] === String(version + 1),
        90_000,
      );
      await page.bringToFront();
      await removePack(page);
      expect([await readStorage(bed()), await readDatabases(bed())]).toEqual(before);
      await page.close();
    }, 600_000);

    test('P56 a page that dies at any moment of an import leaves all of the pack or none', async () => {
      const first = await openOptions(bed());
      const before = [await readStorage(bed()), await readDatabases(bed())];
      await first.close();
      let kept = 0;
      for (const delayMs of [0, 20, 60, 120, 200, 350, 600, 1000]) {
        const page = await openOptions(bed());
        await givePack(page, fileOf(1));
        await waitFor('the preview', () => page.$('.packs .preview button.main'), 60_000);
        await page.click('.packs .preview button.main');
        await sleep(delayMs);
        await page.close();
        const [version, isWhole] = await readState(bed());
        expect([version === '1' || version === 'none', isWhole]).toEqual([true, true]);
        if (version === '1') kept += 1;
        if (version === '1') break;
      }
      const page = await openOptions(bed());
      if (kept === 0) {
        await givePack(page, fileOf(1));
        await clickText(page, '.packs .preview button.main', 'Add this pack');
      }
      await waitForText(page, 'version 1');
      await removePack(page);
      // What broke off on the way is swept up with it.
      expect([await readStorage(bed()), await readDatabases(bed())]).toEqual(before);
      await page.close();
    }, 300_000);
  },
  (kind) => reachServer(kind, true),
);
