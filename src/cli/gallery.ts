import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import { compilePack } from '../compiler/compile-pack.ts';
import { readBundle } from '../compiler/read-bundle.ts';
import { type BrowserKind, browserKinds, describeBrowser, findBrowser, isBrowserKind } from './browsers.ts';
import { galleryIndex, type Picture } from './gallery-index.ts';
import { launchBrowser } from './launch.ts';
import { inProject, PlainError, runCommand } from './project.ts';

// npm run gallery [-- state or browser ...]: every state of the card as a picture, in both browsers, both themes, narrow
// and wide; accessibility checked on the way. Writes dist/gallery/.

const THEMES = ['light', 'dark'] as const;
const VIEWPORTS = { narrow: { width: 360, height: 740 }, wide: { width: 1280, height: 800 } } as const;
const OUT = inProject('dist', 'gallery');
const HERE = inProject('tests', 'gallery');

/** Firefox has no emulation of a high-contrast theme; this makes every page use the system's colours. */
const FORCED_PREFS = { 'browser.display.document_color_use': 2 };

/** What the page says of a state that it has drawn. */
interface Shown {
  readonly inSight: boolean;
  readonly faults: readonly string[];
}

interface State {
  readonly name: string;
  readonly forcedColors?: boolean;
}

await runCommand(async () => {
  const named = process.argv.slice(2);
  const wanted = named.filter((word) => !isBrowserKind(word));
  const kinds = browserKinds.filter((kind) => !named.some(isBrowserKind) || named.includes(kind));
  // Not the whole folder: the pictures of the pages stand in it too.
  for (const kind of kinds) await rm(join(OUT, kind), { recursive: true, force: true });
  const script = await bundlePage();
  const pictures: Picture[] = [];
  const faults: string[] = [];
  for (const kind of kinds) {
    const executablePath = findBrowser(kind);
    if (!executablePath) throw new PlainError(`The gallery needs ${describeBrowser(kind)}.`);
    await mkdir(join(OUT, kind), { recursive: true });
    for (const forced of [false, true]) {
      const browser = await launchBrowser({ kind, executablePath, prefs: forced ? FORCED_PREFS : {} });
      try {
        const taken = await takePictures(browser, kind, forced, script, wanted, faults);
        pictures.push(...taken);
      } finally {
        await browser.close();
      }
    }
  }
  if (pictures.length === 0)
    throw new PlainError(`No state is called "${wanted.join(' ')}"; tests/gallery/states.ts lists them.`);
  await writeFile(join(OUT, 'index.html'), galleryIndex(pictures));
  for (const fault of faults) console.error(fault);
  console.log(`${pictures.length} pictures in ${join(OUT, 'index.html')}`);
  return faults.length === 0 ? 0 : 1;
});

/** The bundled page, with the corpus and the texts it draws. */
async function bundlePage(): Promise<string> {
  const { pack, problems } = await compilePack(
    inProject('data', (await readBundle(inProject('data'))).on[0] ?? ''),
  );
  if (!pack) throw new PlainError(`The corpus has ${problems.length} problem(s); npm run build lists them.`);
  const bundled = await build({
    entryPoints: [join(HERE, 'gallery-page.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
  });
  const data = JSON.stringify({ pack, messages: await readMessages() });
  return `globalThis.galleryData=${data};\n${bundled.outputFiles[0]?.text ?? ''}`;
}

async function readMessages(): Promise<Record<string, unknown>> {
  const folder = inProject('assets', '_locales');
  const messages: Record<string, unknown> = {};
  for (const language of await readdir(folder)) {
    messages[language] = JSON.parse(await readFile(join(folder, language, 'messages.json'), 'utf8'));
  }
  return messages;
}

async function takePictures(
  browser: Browser,
  kind: BrowserKind,
  forced: boolean,
  script: string,
  wanted: readonly string[],
  faults: string[],
): Promise<Picture[]> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(`${kind}: ${String(error)}`));
  await page
    .emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    .catch(() => undefined);
  await page.setContent(await readFile(join(HERE, 'gallery-page.html'), 'utf8'));
  await page.evaluate(script);
  await page.evaluate(await readFile(inProject('node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
  if (forced) await forceColors(page, kind);
  const states = (await page.evaluate('gallery.states')) as readonly State[];
  const due = states.filter(
    ({ name, forcedColors = false }) =>
      forcedColors === forced && (wanted.length === 0 || wanted.includes(name)),
  );
  const pictures: Picture[] = [];
  for (const [size, viewport] of Object.entries(VIEWPORTS)) {
    await page.setViewport(viewport);
    for (const { name } of due) {
      for (const theme of THEMES) {
        const shown = (await page.evaluate(`gallery.show('${name}', '${theme}')`)) as Shown;
        const file = `${kind}/${name}-${theme}-${size}.png`;
        await page.screenshot({ path: join(OUT, file) as `${string}.png` });
        const found = [...shown.faults, ...(await checkAccess(page))];
        faults.push(...found.map((fault) => `${file}: ${fault}`));
        pictures.push({ file, state: name, theme, size, browser: kind, inSight: shown.inSight });
      }
    }
  }
  return pictures;
}

async function forceColors(page: Page, kind: BrowserKind): Promise<void> {
  if (kind === 'firefox') return;
  const session = await page.createCDPSession();
  const features = [{ name: 'forced-colors', value: 'active' }];
  await session.send('Emulation.setEmulatedMedia', { features });
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe finds in the card, one line a fault. Contrast it cannot tell in the top layer; the page itself does. */
async function checkAccess(page: Page): Promise<string[]> {
  const result = (await page.evaluate(`axe.run('#host', {resultTypes: ['violations']})`)) as AxeResult;
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) => `${id}, ${help}: ${html} ${failureSummary.split('\n')[1] ?? ''}`,
    ),
  );
}
