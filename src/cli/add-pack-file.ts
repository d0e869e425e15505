import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import type { PackFile } from '../core/pack-file.ts';
import { PACK_FORMAT } from '../core/pack-limits.ts';
import type { Session } from './session.ts';
import { waitFor } from './wait-for.ts';

/** Nobody waits longer for a pack of any size that is taken. */
const IMPORT_MS = 120_000;

/** Adds a pack through the options page, as a reader would. `work` is a folder for its file. */
export async function addPackFile(session: Session, { pack, names }: PackFile, work: string): Promise<void> {
  const path = join(work, `${pack.id}.pack.json`);
  // Only who has the key can sign; a file of one's own is taken without.
  const { key: _, ...unsigned } = pack;
  await writeFile(path, JSON.stringify({ format: PACK_FORMAT, ...unsigned, names }));
  const page = await session.openExtensionPage('pages/options/options.html');
  const field = await waitFor('the packs section', () => page.$('.packs input[type=file]'));
  await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
  await waitFor('the pack to be read', () => page.$('.packs .preview button.main'), IMPORT_MS);
  await page.click('.packs .preview button.main');
  await waitFor('the pack to be kept', () => page.$('.packs .added li'), IMPORT_MS);
  await page.close();
}
