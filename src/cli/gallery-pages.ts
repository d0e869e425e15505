import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { waitForMentions } from './ask-page.ts';
import { type BrowserKind, browserKinds, isBrowserKind } from './browsers.ts';
import { type Look, ownPages, prepareExtension } from './gallery-looks.ts';
import { serveLoopback } from './loopback.ts';
import { inProject, runCommand } from './project.ts';
import { openSession, type Session } from './session.ts';
import { waitFor } from './wait-for.ts';

// npm run gallery:pages [-- page or browser ...]: the extension's own pages as pictures, in both browsers, both
// themes, narrow and wide, and in two languages that nobody speaks: one long, one from right to left. Sideways
// scrolling and what axe finds are faults. Needs a build. Writes dist/gallery/pages/.

const OUT = inProject('dist', 'gallery', 'pages');
const AXE = inProject('node_modules', 'axe-core', 'axe.min.js');
const WIDTHS = [360, 1280];
const LOOKS: readonly Look[] = ['light', 'dark', 'long', 'rtl'];

await runCommand(async () => {
  const named = process.argv.slice(2);
  const kinds = browserKinds.filter((kind) => named.includes(kind) || !named.some(isBrowserKind));
  const names = Object.keys(ownPages).filter((name) => named.includes(name) || named.every(isBrowserKind));
  const faults: string[] = [];
  for (const kind of kinds) {
    for (const looks of [['light', 'dark'], ['long'], ['rtl']] as const) {
      faults.push(...(await takePictures(kind, looks, names)));
    }
  }
  for (const fault of faults) console.error(fault);
  console.log(`${kinds.length * names.length * WIDTHS.length * LOOKS.length} pictures in ${OUT}`);
  return faults.length === 0 ? 0 : 1;
});

async function takePictures(kind: BrowserKind, looks: readonly Look[], names: readonly string[]) {
  const dir = prepareExtension(kind, looks[0] ?? 'light');
  const session = await openSession(kind, { extensionDir: dir });
  const site = await serveLoopback();
  const faults: string[] = [];
  mkdirSync(join(OUT, kind), { recursive: true });
  try {
    const demo = await session.newPage(
      site.put('/demo', readFileSync(inProject('tests', 'fixtures', 'demo', 'article.html'), 'utf8')),
    );
    await waitForMentions(session, demo);
    const tab = await session.tabId(demo);
    for (const look of looks) {
      await chooseAppearance(session, look === 'dark' ? 'dark' : 'light');
      for (const name of names) {
        for (const width of WIDTHS) faults.push(...(await takePicture(session, { name, look, width, tab })));
      }
    }
  } finally {
    await session.close();
    await site.close();
    rmSync(dir, { recursive: true, force: true });
  }
  return faults;
}

interface Picture {
  readonly name: string;
  readonly look: Look;
  readonly width: number;
  readonly tab: number;
}

async function takePicture(session: Session, { name, look, width, tab }: Picture): Promise<string[]> {
  const path = ownPages[name] ?? '';
  const page = await session.openExtensionPage(path.includes('#') ? path : `${path}?tab=${tab}`);
  await page.setViewport({ width, height: 800 });
  await waitFor(`${path} to be drawn`, () => page.evaluate(() => document.querySelector('main') !== null));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
  await page.screenshot({ path: join(OUT, session.kind, `${name}-${width}-${look}.png`), fullPage: true });
  const where = `${session.kind} ${name} ${width} ${look}`;
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const { violations } = (await page.evaluate('axe.run(document)')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  await page.close();
  return [
    ...(overflow > 0 ? [`${where}: ${overflow} px too wide`] : []),
    ...violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0]?.html}`),
  ];
}

function chooseAppearance(session: Session, appearance: string): Promise<unknown> {
  return session.inExtension(async (chosen) => {
    type Api = { storage: { local: { set(what: object): Promise<void> } } };
    const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api };
    await (browser ?? chrome)?.storage.local.set({ settings: { appearance: chosen } });
  }, appearance);
}
