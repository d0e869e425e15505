import type { Page } from 'puppeteer-core';
import { readMarks } from '../../src/cli/page-view.ts';
import { waitFor } from '../../src/cli/wait-for.ts';
import type { Bed } from './harness.ts';
import { clickText, waitForText } from './own-page.ts';

// The packs section of the options page, used as a reader would.

export async function openOptions({ session }: Bed): Promise<Page> {
  const page = await session.openExtensionPage('pages/options/options.html');
  await waitForText(page, 'Add a pack');
  return page;
}

/** Chooses a file of this content in the packs section, as the file dialog would. */
export async function givePack(page: Page, content: string, name = 'telegraph.json'): Promise<void> {
  await page.evaluate(
    (text, fileName) => {
      const field = document.querySelector<HTMLInputElement>('.packs input[type=file]');
      if (!field) throw new Error('no field for a pack');
      const files = new DataTransfer();
      files.items.add(new File([text], fileName, { type: 'application/json' }));
      field.files = files.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    content,
    name,
  );
}

/** Gives a file and keeps what is in it. */
export async function addPack(page: Page, content: string, title: string): Promise<void> {
  await givePack(page, content);
  await clickText(page, '.packs .preview button.main', '');
  await waitForText(page, `“${title}” was added.`);
}

/** Removes the first pack of one's own, and says that one is sure. */
export async function removePack(page: Page): Promise<void> {
  await clickText(page, '.packs .added button', 'Remove');
  await clickText(page, '.packs .added button.main', 'Remove');
  await waitForText(page, 'was removed');
}

export async function waitForMarks(page: Page, wanted: readonly string[]): Promise<void> {
  let seen: readonly string[] = [];
  await waitFor(`marks on ${wanted.join(', ') || 'nothing'}`, async () => {
    seen = (await readMarks(page)).map(({ text }) => text);
    return seen.join() === wanted.join();
  }).catch((error: unknown) => {
    throw new Error(`${error instanceof Error ? error.message : error}; marked were: ${seen.join(', ')}`);
  });
}

/** Names of the databases that the extension has, with how many entries each holds. */
export function readDatabases({ session }: Bed): Promise<string> {
  return session.inExtension(async () => {
    const found: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of db.objectStoreNames) {
        const count = await new Promise((resolve) => {
          const counting = db.transaction(store).objectStore(store).count();
          counting.onsuccess = () => resolve(counting.result);
        });
        found.push(`${name}.${store}: ${count}`);
      }
      db.close();
    }
    return found.sort().join(', ');
  });
}
