import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { readBundle } from '../compiler/read-bundle.ts';
import type { Pack } from '../core/types.ts';
import { addPackFile } from './add-pack-file.ts';
import { type BrowserKind, buildName } from './browsers.ts';
import { buildExtension } from './build-extension.ts';
import { ensureBrowser } from './install-browser.ts';
import { serveLoopback } from './loopback.ts';
import { buildFolder } from './pack-reading.ts';
import { previewPage } from './preview-page.ts';
import { inProject, PlainError } from './project.ts';
import { openSession } from './session.ts';
import { showHeadless, showWindow } from './show-page.ts';

export interface PreviewOptions {
  readonly kind: BrowserKind;
  readonly headless: boolean;
  /** A file; left out: a page that names every term. */
  readonly page?: string;
}

/** What is bundled goes into pages as a script; larger packs are added like a reader's, and read from where they are kept. */
const MOST_BUNDLED = 10_000;

/** Opens a browser whose Sidelight has this pack in use beside those that are on. */
export async function previewPack(
  dir: string,
  shown: string,
  { kind, headless, page }: PreviewOptions,
): Promise<number> {
  if (page !== undefined && !(existsSync(page) && statSync(page).isFile()))
    throw new PlainError(`There is no file ${page}.`);
  const built = await buildFolder(dir, shown);
  if (built === undefined) return 1;
  const executablePath = await ensureBrowser(kind);
  const work = await mkdtemp(join(tmpdir(), 'sidelight-preview-'));
  const site = await serveLoopback();
  try {
    const isOn = (await readBundle(inProject('data'))).on.includes(basename(dir));
    const isLarge = built.file.pack.terms.length > MOST_BUNDLED;
    buildExtension('--dist', join(work, 'dist'), ...(isOn || isLarge ? [] : ['--also', dir]));
    const file = page ?? (await writePage(work, built.file.pack));
    site.putFolder('/', dirname(file));
    const url = site.url(`/${encodeURIComponent(basename(file))}`);
    const extensionDir = join(work, 'dist', buildName(kind));
    const session = await openSession(kind, { executablePath, extensionDir, headless, online: !headless });
    try {
      if (isLarge) await addPackFile(session, built.file, work);
      const picture = join(dir, 'build', 'preview.png');
      await (headless ? showHeadless(session, url, { picture }) : showWindow(session, url));
    } finally {
      await session.close();
    }
    return 0;
  } finally {
    await site.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function writePage(work: string, pack: Pack): Promise<string> {
  const file = join(work, 'preview.html');
  await writeFile(file, previewPage(pack));
  return file;
}
